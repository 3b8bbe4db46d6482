package org.lazaretto.model;

/**
 * A container as its node says that it is.
 *
 * @param name its name in the pod
 * @param id as the status gives it, with the runtime before it, such as {@code containerd://4f…};
 *     empty before it ran
 * @param restarts the restart count
 * @param running whether it runs
 * @param probed whether it has a liveness probe, which restarts it when it fails
 */
public record ContainerRun(String name, String id, int restarts, boolean running, boolean probed) {}
