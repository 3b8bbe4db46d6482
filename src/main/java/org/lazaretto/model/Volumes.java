package org.lazaretto.model;

import java.util.List;

/**
 * What a pod stores.
 *
 * @param emptyDir whether it has an {@code emptyDir}, which is lost with the pod
 * @param claims names of its PersistentVolumeClaims
 * @param secrets names of Secrets it mounts or reads
 */
public record Volumes(boolean emptyDir, List<String> claims, List<String> secrets) {
  /** Nothing stored. */
  public static final Volumes NONE = new Volumes(false, List.of(), List.of());

  /** Copies what it is given. */
  public Volumes {
    claims = List.copyOf(claims);
    secrets = List.copyOf(secrets);
  }
}
