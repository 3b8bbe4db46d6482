package org.lazaretto.model;

/**
 * How a workload replaces its pods.
 *
 * @param strategy {@code RollingUpdate}, {@code Recreate}, {@code OnDelete}, or empty where it has
 *     none (ReplicaSet, Job)
 * @param paused {@code spec.paused} of a Deployment
 * @param restartedAt the template's annotation {@code kubectl.kubernetes.io/restartedAt}; empty if
 *     absent
 * @param current whether the controller has seen the newest spec and all pods are of it
 */
public record Rollout(String strategy, boolean paused, String restartedAt, boolean current) {}
