package org.lazaretto.model;

/**
 * How many pods a workload wants and has.
 *
 * @param desired {@code spec.replicas}, a DaemonSet's desired number, or a Job's parallelism
 * @param ready ready now
 * @param available available now
 * @param updated of the newest template
 */
public record Replicas(int desired, int ready, int available, int updated) {}
