package org.lazaretto.plan;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.HostAccess;
import org.lazaretto.model.Pod;

/**
 * Whether an intruder in a pod may have its node as well (T-09): told from the pod's spec, as the
 * API has it. That nothing is found proves nothing: a hole in the kernel needs no such right.
 */
public final class HostSuspicion {
  private HostSuspicion() {}

  /** Why the node of the pod has to be suspected, a few words each; empty if nothing says so. */
  public static List<String> reasons(Pod pod) {
    HostAccess host = pod.shape().host();
    List<String> reasons = new ArrayList<>();
    if (pod.mirror()) {
      reasons.add("static pod");
    }
    if (host.privileged()) {
      reasons.add("privileged");
    }
    if (host.pid()) {
      reasons.add("hostPID");
    }
    if (host.hostPath()) {
      reasons.add("hostPath");
    }
    return reasons;
  }

  /** Whether the node of the pod has to be suspected. */
  public static boolean suspected(Pod pod) {
    return !reasons(pod).isEmpty();
  }
}
