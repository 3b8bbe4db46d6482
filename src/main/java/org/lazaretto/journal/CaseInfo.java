package org.lazaretto.journal;

/**
 * What a case is about; its first journal line binds all of it.
 *
 * @param id such as {@code IR-2026-014}
 * @param title a few words
 * @param clusterUid the UID of the cluster's {@code kube-system}; empty until a cluster is bound
 * @param clusterName the cluster's name, for people
 * @param exercise whether it belongs to the training range
 */
public record CaseInfo(
    String id, String title, String clusterUid, String clusterName, boolean exercise) {}
