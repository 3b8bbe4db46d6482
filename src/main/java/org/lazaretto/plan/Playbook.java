package org.lazaretto.plan;

/**
 * Where a step comes from.
 *
 * @param id {@code EKS-ISOLATE}, {@code C-P-01}, {@code GKE-CONTAIN} or {@code EKS-FORENSICS}
 * @param section the section's heading or step in that document
 */
public record Playbook(String id, String section) {
  @Override
  public String toString() {
    return id + ", " + section;
  }
}
