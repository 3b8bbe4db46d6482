package org.lazaretto.model;

/**
 * One way to a cluster, as the kubeconfig names it.
 *
 * @param name the context's name
 * @param server the API server's address; empty if its cluster is not in the kubeconfig
 * @param namespace its namespace; empty for {@code default}
 * @param signIn how its user signs in, in a few words such as {@code exec: aws}; empty if it has
 *     none
 * @param current whether it is the current context
 */
public record ClusterContext(
    String name, String server, String namespace, String signIn, boolean current) {}
