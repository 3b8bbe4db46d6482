package org.lazaretto.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;

/**
 * SHA-256 over what a plan does: the cluster's UID, the request, the actions, the UIDs they touch
 * and the former values of the fields they change; never resourceVersion, status, heartbeat or
 * time. The pods that a proof expects on a node are left out: they follow from the live state, and
 * a DaemonSet's restart beside the suspect must not undo an approval.
 */
final class Fingerprint {
  private Fingerprint() {}

  static String of(Plan plan) {
    StringBuilder text = new StringBuilder();
    line(text, "lazaretto-plan-1", plan.cluster().uid(), plan.wizard().word());
    plan.suspects().forEach(pod -> line(text, "suspect", pod.namespace(), pod.name(), pod.uid()));
    request(text, plan.request());
    plan.steps().forEach(step -> step(text, step));
    return sha256(text.toString());
  }

  private static void request(StringBuilder text, Request request) {
    switch (request) {
      case Request.Freeze _ -> line(text, "freeze");
      case Request.Cordon(_, var nodes, var protection) ->
          line(
              text,
              "cordon",
              String.join(",", nodes),
              "label=" + protection.label(),
              "holds=" + protection.holds(),
              "taint=" + protection.taint().word());
      case Request.Evacuate(_, var nodes, var method, var perWorkload, var decisions) -> {
        line(text, "evacuate", String.join(",", nodes), method.word(), decisions.toString());
        perWorkload.entrySet().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .forEach(entry -> line(text, "method", entry.getKey(), entry.getValue().word()));
      }
      case Request.Isolate(_, var quarantine, var how) ->
          line(
              text,
              "isolate",
              quarantine,
              "services=" + how.services().word(),
              "exceptPolicies=" + how.exceptPolicies(),
              "stripLabels=" + how.stripLabels(),
              how.probeImage());
      case Request.Credentials(_, var bindings, var tokens) ->
          line(text, "credentials", "bindings=" + bindings, "tokens=" + tokens);
      case Request.Dispose(_, var way, var containers) ->
          line(text, "dispose", way.word(), String.join(",", containers));
      case Request.Recover(_, var hardened, var leave) -> {
        line(text, "recover", hardened, String.join(",", leave));
      }
    }
  }

  private static void step(StringBuilder text, Step step) {
    line(text, step.id().toString(), Actions.word(step), target(step.target()));
    switch (step) {
      case CaptureStep.KeepResponse(_, _, var suspect, var what, var path) ->
          line(text, suspect.uid(), what, path);
      case NodeStep.CordonNode(_, _, var former) -> line(text, "unschedulable=" + former);
      case EvacuateStep.EvictPod(_, _, var node, var workload, var drain) -> {
        line(text, node.uid(), workload.uid());
        drain.ifPresent(d -> line(text, d.selector(), "" + d.emptyDir(), "" + d.bare()));
      }
      case EvacuateStep.RestartRollout(_, _, var former, var leaving) ->
          line(text, "restartedAt=" + former, uids(leaving));
      case EvacuateStep.ProveNothingNew _ -> line(text, "");
      case ContainStep contain -> contain(text, contain);
      case DisposeStep.DeletePod(_, _, var owner) -> line(text, target(owner));
      case DisposeStep.DeleteOwner(_, _, var propagation, var losing) ->
          line(text, propagation.word(), uids(losing));
      case DisposeStep.DeleteToken _ -> line(text, "");
      case DisposeStep.RestartContainer(_, _, var container, _, var policy) ->
          line(text, container, policy);
      case DisposeStep.OnNode(_, _, var node, var container, var runtime, var deed) ->
          line(text, node, container.toString(), runtime.toString(), deed.word());
      case DisposeStep.ScaleToZero(_, _, var former, var losing) ->
          line(text, "replicas=" + former, uids(losing));
    }
  }

  private static void contain(StringBuilder text, ContainStep step) {
    switch (step) {
      case ContainStep.EditFields edit -> {
        edit.edits().forEach(each -> edit(text, each));
        edit.witnesses().forEach(witness -> line(text, "witness", target(witness)));
      }
      case ContainStep.MakePolicy(_, _, var quarantine) -> line(text, quarantine);
      case ContainStep.RemovePolicy(_, _, var quarantine) -> line(text, quarantine);
      case ContainStep.RemoveProbe _ -> {}
      case ContainStep.ProbeIngress(_, _, var probe, var after) ->
          line(text, probe.address(), probe.port() + "", probe.image(), "after=" + after);
      case ContainStep.LookInside(_, _, var look, var after) ->
          line(text, look.container(), look.address(), look.port() + "", "after=" + after);
    }
  }

  private static void edit(StringBuilder text, FieldEdit edit) {
    switch (edit) {
      case FieldEdit.Value(var pointer, var former, var wanted) ->
          line(text, pointer, "former=" + former, "wanted=" + wanted);
      case FieldEdit.Item(var pointer, var item, var add) ->
          line(text, pointer, item, "add=" + add);
    }
  }

  private static String uids(List<PodRef> pods) {
    return pods.stream().map(PodRef::uid).sorted().collect(Collectors.joining(","));
  }

  private static String target(ObjectRef ref) {
    return String.join("|", ref.apiVersion(), ref.kind(), ref.namespace(), ref.name(), ref.uid());
  }

  /** Each part is preceded by its length, so that no two lists of parts give the same text. */
  private static void line(StringBuilder text, String... parts) {
    for (String part : parts) {
      text.append(part.length()).append(':').append(part);
    }
    text.append('\n');
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
