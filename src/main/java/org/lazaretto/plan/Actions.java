package org.lazaretto.plan;

/** The word under which a step stands in plans, journals and reports. */
public final class Actions {
  private Actions() {}

  /** The step's action, such as {@code evict-pod}. */
  public static String word(Step step) {
    return switch (step) {
      case CaptureStep.KeepResponse _ -> "keep-response";
      case NodeStep.CordonNode _ -> "cordon-node";
      case EvacuateStep.EvictPod _ -> "evict-pod";
      case EvacuateStep.RestartRollout _ -> "restart-rollout";
      case EvacuateStep.ProveNothingNew _ -> "prove-nothing-new";
      case DisposeStep.DeletePod _ -> "delete-pod";
      case DisposeStep.DeleteOwner _ -> "delete-owner";
      case DisposeStep.DeleteToken _ -> "delete-token";
      case DisposeStep.ScaleToZero _ -> "scale-to-zero";
      case DisposeStep.RestartContainer _ -> "restart-container";
      case DisposeStep.OnNode onNode -> "node-" + onNode.deed().word();
      case ContainStep.EditFields edit -> edit.purpose().word();
      case ContainStep.MakePolicy _ -> "make-policy";
      case ContainStep.RemovePolicy _ -> "remove-policy";
      case ContainStep.ProbeIngress _ -> "probe-ingress";
      case ContainStep.RemoveProbe _ -> "remove-probe";
      case ContainStep.LookInside _ -> "look-inside";
    };
  }

  /** Whether Kubernetes cannot do it: somebody has to, where the step says. */
  public static boolean byHand(Step step) {
    return step instanceof DisposeStep.OnNode;
  }

  /** Whether the step sends a change; the others only read. */
  public static boolean changes(Step step) {
    return switch (step) {
      case CaptureStep _, EvacuateStep.ProveNothingNew _ -> false;
      case NodeStep _,
          EvacuateStep.EvictPod _,
          EvacuateStep.RestartRollout _,
          ContainStep _,
          DisposeStep _ ->
          true;
    };
  }
}
