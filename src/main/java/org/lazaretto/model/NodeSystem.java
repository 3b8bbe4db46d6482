package org.lazaretto.model;

/**
 * What a node says of its machine.
 *
 * @param providerId the cloud's id, such as {@code aws:///eu-central-1a/i-0123…}; empty if none
 * @param kubeletVersion such as {@code v1.35.2-eks-1a2b3c}
 * @param containerRuntime such as {@code containerd://2.1.4}
 * @param operatingSystem {@code linux} or {@code windows}
 * @param architecture {@code amd64}, {@code arm64}, …
 * @param internalIp the node's address inside the cluster; empty if unknown
 */
public record NodeSystem(
    String providerId,
    String kubeletVersion,
    String containerRuntime,
    String operatingSystem,
    String architecture,
    String internalIp) {}
