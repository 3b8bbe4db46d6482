package org.lazaretto.execute;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lazaretto.model.Node;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.EvacuateStep.ProveNothingNew;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/** Says by one fresh read whether an effect is there. A failed read is never success. */
public final class Verifier {
  private final ClusterReads reads;

  /** Reads that cluster. */
  public Verifier(ClusterReads reads) {
    this.reads = reads;
  }

  /** Whether the node is unschedulable, and still the same node. */
  public Verdict cordoned(NodeRef node) {
    try {
      return cordoned(node, reads.node(node.name()));
    } catch (PortException e) {
      return unread(e);
    }
  }

  private static Verdict cordoned(NodeRef wanted, Optional<Node> found) {
    if (found.isEmpty()) {
      return new Verdict.DoesNotHold("There is no node " + wanted.name() + " any more.");
    }
    Node node = found.get();
    if (!node.ref().uid().equals(wanted.uid())) {
      return new Verdict.DoesNotHold(
          "The node " + wanted.name() + " was recreated: its UID is now " + node.ref().uid() + ".");
    }
    return node.unschedulable()
        ? new Verdict.Holds("Read again: spec.unschedulable is true.")
        : new Verdict.DoesNotHold("Read again: spec.unschedulable is not set.");
  }

  /**
   * Whether only those pods are on the node that may be there (C-P-01, step 5). A new pod of a
   * DaemonSet is expected, since it tolerates the cordon, and named; a new mirror pod is not: only
   * somebody with access to the node's disk can place one (T-19).
   */
  public Verdict nothingNew(ProveNothingNew step) {
    try {
      return nothingNew(step, reads.podsOn(step.node().name()));
    } catch (PortException e) {
      return unread(e);
    }
  }

  private static Verdict nothingNew(ProveNothingNew step, List<Pod> pods) {
    Set<String> intruders = new TreeSet<>();
    Set<String> daemons = new TreeSet<>();
    Set<String> expected = Set.copyOf(step.mayStay());
    for (Pod pod : pods) {
      if (!expected.contains(pod.ref().uid())) {
        (pod.ofDaemonSet() && !pod.mirror() ? daemons : intruders).add(spoken(pod));
      }
    }
    String also =
        daemons.isEmpty()
            ? ""
            : " New but expected, since a DaemonSet tolerates a cordon: "
                + String.join(", ", daemons)
                + ".";
    return intruders.isEmpty()
        ? new Verdict.Holds(
            pods.size() + " pods are there over all namespaces, none of them unexpected." + also)
        : new Verdict.DoesNotHold(
            "New on " + step.node().name() + ": " + String.join(", ", intruders) + "." + also);
  }

  private static String spoken(Pod pod) {
    String kind = pod.mirror() ? " (a mirror pod: a static pod of the node itself)" : "";
    return pod.ref().path() + kind;
  }

  static Verdict unread(PortException e) {
    return new Verdict.CannotTell("It could not be read again: " + Refusals.words(e));
  }
}
