package org.lazaretto.model;

import java.time.Duration;
import java.util.List;

/**
 * What a pod's spec says, without what differs between the pods of one template.
 *
 * @param serviceAccount {@code spec.serviceAccountName}
 * @param images the images of all containers as written in the spec, in order
 * @param host what it shares with its node
 * @param volumes what it stores
 * @param placement where it may run and what it asks for
 * @param grace {@code terminationGracePeriodSeconds}
 * @param preStop whether a container runs something when it is told to stop (T-20)
 */
public record PodShape(
    String serviceAccount,
    List<String> images,
    HostAccess host,
    Volumes volumes,
    Placement placement,
    Duration grace,
    boolean preStop) {
  /** Copies what it is given. */
  public PodShape {
    images = List.copyOf(images);
  }

  /** A pod without {@code preStop} hooks. */
  public PodShape(
      String serviceAccount,
      List<String> images,
      HostAccess host,
      Volumes volumes,
      Placement placement,
      Duration grace) {
    this(serviceAccount, images, host, volumes, placement, grace, false);
  }
}
