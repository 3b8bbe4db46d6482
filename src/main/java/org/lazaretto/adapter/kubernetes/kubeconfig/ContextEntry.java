package org.lazaretto.adapter.kubernetes.kubeconfig;

/**
 * One context of the kubeconfig.
 *
 * @param name its name
 * @param server the API server's address; empty if its cluster is not there
 * @param namespace its namespace; empty for {@code default}
 * @param signIn how its user signs in, in a few words such as {@code exec: aws}; empty if it has
 *     none
 * @param current whether it is the current context
 */
public record ContextEntry(
    String name, String server, String namespace, String signIn, boolean current) {}
