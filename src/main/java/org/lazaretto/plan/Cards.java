package org.lazaretto.plan;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Permission;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Visibility;

/** What is said about each step: one exhaustive switch per family. */
public final class Cards {
  private Cards() {}

  /** The card of a step, with commands that hit that cluster and no other. */
  public static Card of(ClusterIdentity cluster, Step step) {
    return switch (step) {
      case CaptureStep capture -> capture(cluster, capture);
      case NodeStep node -> node(cluster, node);
      case EvacuateStep evacuate -> evacuate(cluster, evacuate);
      case ContainStep contain -> new ContainCards(cluster).card(contain);
      case DisposeStep dispose -> new DisposeCards(cluster).card(dispose);
    };
  }

  /** What is sent for a step and for no other; a drain's line stands for several. */
  public static Command alone(ClusterIdentity cluster, Step step) {
    return step instanceof EvacuateStep.EvictPod evict
        ? eviction(cluster, evict.pod())
        : of(cluster, step).command();
  }

  /** The step before it whose line has done it already; empty if it needs its own. */
  public static Optional<StepId> doneBy(List<Step> steps, Step step) {
    return steps.stream()
        .takeWhile(other -> !other.equals(step))
        .filter(other -> sameDrain(other, step))
        .map(Step::id)
        .findFirst();
  }

  private static boolean sameDrain(Step one, Step other) {
    return one instanceof EvacuateStep.EvictPod(_, _, var node, _, var drain)
        && other instanceof EvacuateStep.EvictPod second
        && drain.isPresent()
        && drain.equals(second.drain())
        && node.equals(second.node());
  }

  /** What restarts a container when it is run in it: a shell is found in more images than kill. */
  public static List<String> restartWords() {
    return List.of(ContainerCards.TOLD);
  }

  /** What takes the step back. */
  public static Inverse inverse(ClusterIdentity cluster, Step step) {
    return switch (step) {
      case CaptureStep _ -> new Inverse.None("It only reads.");
      case NodeStep.CordonNode(_, _, var former) when former ->
          new Inverse.None("The node was unschedulable before; nothing changes.");
      case NodeStep.CordonNode(_, var node, _) ->
          new Inverse.Exact(
              kubectl(cluster, "uncordon", node.name()), "spec.unschedulable is unset as before");
      case EvacuateStep.EvictPod _ ->
          new Inverse.None(
              "An evicted pod does not come back; its controller makes another one elsewhere.");
      case EvacuateStep.RestartRollout restart -> undo(cluster, restart);
      case EvacuateStep.ProveNothingNew _ -> new Inverse.None("It only reads.");
      case ContainStep contain -> new ContainCards(cluster).inverse(contain);
      case DisposeStep dispose -> new DisposeCards(cluster).inverse(dispose);
    };
  }

  private static Inverse undo(ClusterIdentity cluster, EvacuateStep.RestartRollout restart) {
    ObjectRef target = restart.target();
    return new Inverse.Compensating(
        kubectl(cluster, "rollout", "undo", resource(target), "-n", target.namespace()),
        "The template is as before, but its pods are new ones and the history keeps a revision.");
  }

  private static Card capture(ClusterIdentity cluster, CaptureStep step) {
    return switch (step) {
      case CaptureStep.KeepResponse(_, _, _, var what, var path) ->
          new Card(
              "Keep " + what,
              kubectl(cluster, "get", "--raw", path),
              "API state is the most volatile evidence: events expire, logs rotate.",
              new Playbook("EKS-FORENSICS", "Metadata Acquisition"),
              reading(path),
              Set.of(),
              "the bytes on disk have the SHA-256 of the bytes received");
    };
  }

  /** The right that reading the path needs, as RBAC sees the request. */
  private static Permission reading(String path) {
    String[] words = path.split("\\?", 2)[0].split("/", -1);
    boolean core = words[1].equals("api");
    int first = core ? 3 : 4;
    boolean scoped = words.length > first + 2 && words[first].equals("namespaces");
    int at = scoped ? first + 2 : first;
    String verb = words.length > at + 1 ? "get" : "list";
    String subresource = words.length > at + 2 ? words[at + 2] : "";
    String namespace = scoped ? URLDecoder.decode(words[first + 1], StandardCharsets.UTF_8) : "";
    return new Permission(verb, core ? "" : words[2], words[at], subresource, namespace);
  }

  private static Card node(ClusterIdentity cluster, NodeStep step) {
    return switch (step) {
      case NodeStep.CordonNode(_, var node, _) ->
          new Card(
              "Cordon " + node.name(),
              kubectl(cluster, "cordon", node.name()),
              "No new pod is placed beside the suspect, and nothing inside the pod shows it.",
              new Playbook("C-P-01", "step 2"),
              new Permission("patch", "", "nodes", "", ""),
              Set.of(Visibility.API),
              "the node is read again and spec.unschedulable is true");
    };
  }

  private static Card evacuate(ClusterIdentity cluster, EvacuateStep step) {
    return switch (step) {
      case EvacuateStep.EvictPod evict -> evict(cluster, evict);
      case EvacuateStep.RestartRollout(_, var target, _, var leaving) ->
          new Card(
              "Restart " + target.spoken(),
              kubectl(cluster, "rollout", "restart", resource(target), "-n", target.namespace()),
              "Pods of it run beside a suspect ("
                  + leaving.size()
                  + "), and none of it was marked as one.",
              new Playbook("C-P-01", "step 4"),
              new Permission("patch", "apps", plural(target), "", target.namespace()),
              Set.of(Visibility.NETWORK, Visibility.PROCESS, Visibility.API),
              "the rollout is complete, and none of its pods is left on the node");
      case EvacuateStep.ProveNothingNew(_, var node, _) ->
          new Card(
              "Prove that nothing new runs on " + node.name(),
              kubectl(
                  cluster, "get", "pods", "-A", "--field-selector", "spec.nodeName=" + node.name()),
              "A pod that arrived after the cordon tolerates it, or was bound past the scheduler.",
              new Playbook("C-P-01", "step 5"),
              new Permission("list", "", "pods", "", ""),
              Set.of(),
              "the node's pods over all namespaces are those that were to stay");
    };
  }

  private static Card evict(ClusterIdentity cluster, EvacuateStep.EvictPod step) {
    PodRef pod = step.pod();
    String node = step.node().name();
    return new Card(
        "Evict " + pod.path(),
        step.drain()
            .map(drain -> kubectl(cluster, drain.words(node).toArray(String[]::new)))
            .orElseGet(() -> eviction(cluster, pod)),
        "It runs beside a suspect on "
            + node
            + " and was not marked as one itself."
            + (step.drain().isPresent()
                ? " One drain takes all that leave this node by it; suspects and their siblings are"
                    + " left out by their labels."
                : ""),
        new Playbook("EKS-ISOLATE", "Rescheduling unaffected pods onto other nodes"),
        new Permission("create", "", "pods", "eviction", pod.namespace()),
        Set.of(Visibility.NETWORK, Visibility.PROCESS, Visibility.API),
        "the pod of this UID is gone, and its replacement is ready on another node");
  }

  private static Command eviction(ClusterIdentity cluster, PodRef pod) {
    String path = RawPath.of(pod.object()) + "/eviction";
    String body =
        "{\"apiVersion\":\"policy/v1\",\"kind\":\"Eviction\",\"metadata\":{\"name\":"
            + json(pod.name())
            + ",\"namespace\":"
            + json(pod.namespace())
            + "},\"deleteOptions\":{\"preconditions\":{\"uid\":"
            + json(pod.uid())
            + "}}}";
    Command create = kubectl(cluster, "create", "--raw", path, "-f", "-");
    return new Command(create.words(), Optional.of(body));
  }

  private static String json(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private static String resource(ObjectRef target) {
    return target.kind().toLowerCase(java.util.Locale.ROOT) + "/" + target.name();
  }

  private static String plural(ObjectRef target) {
    return target.kind().toLowerCase(java.util.Locale.ROOT) + "s";
  }

  private static Command kubectl(ClusterIdentity cluster, String... words) {
    List<String> all = new ArrayList<>();
    all.add("kubectl");
    all.addAll(cluster.kubectlFlags());
    all.addAll(List.of(words));
    return Command.of(all);
  }
}
