package org.lazaretto.ui.wizard.draft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Wizard;

/**
 * What a wizard is about.
 *
 * @param suspects all pods that are marked, in the order of their marks
 * @param leftOut UIDs of those that the responder left out of this plan
 * @param byName whether nodes were chosen by name; else it is about the suspects' nodes
 * @param nodes the nodes chosen by name, kept while the other choice is made
 */
public record Targets(
    List<PodRef> suspects, Set<String> leftOut, boolean byName, Set<String> nodes) {
  /** Copies what it is given. */
  public Targets {
    suspects = List.copyOf(suspects);
    leftOut = Set.copyOf(leftOut);
    nodes = Set.copyOf(nodes);
  }

  /** All suspects and their nodes. */
  public static Targets of(List<PodRef> suspects) {
    return new Targets(suspects, Set.of(), false, Set.of());
  }

  /** The same without the suspects that are gone, unless all of them are. */
  public Targets leavingOut(Predicate<PodRef> gone) {
    List<PodRef> missing = suspects.stream().filter(gone).toList();
    Targets left = this;
    if (missing.size() < suspects.size()) {
      for (PodRef suspect : missing) {
        left = left.choosing(suspect, false);
      }
    }
    return left;
  }

  /**
   * The same about nodes by name, if one of those that are open is not among those on which a
   * suspect is seen: whoever was there is gone, and the node still takes pods.
   */
  public Targets reaching(Set<String> open, Set<String> seen) {
    return seen.containsAll(open) ? this : new Targets(suspects, leftOut, true, open);
  }

  /** The same after marks were set or taken back. */
  public Targets marked(List<PodRef> now) {
    return new Targets(now, leftOut, byName, nodes);
  }

  /** The same with or without that suspect. */
  public Targets choosing(PodRef suspect, boolean chosen) {
    return new Targets(suspects, toggled(leftOut, suspect.uid(), !chosen), byName, nodes);
  }

  /** The same with or without that node. */
  public Targets choosing(String node, boolean chosen) {
    return new Targets(suspects, leftOut, byName, toggled(nodes, node, chosen));
  }

  /** The same about nodes by name, or about the suspects' nodes. */
  public Targets byName(boolean chosen) {
    return new Targets(suspects, leftOut, chosen, nodes);
  }

  private static Set<String> toggled(Set<String> set, String member, boolean inside) {
    Set<String> changed = new LinkedHashSet<>(set);
    if (inside) {
      changed.add(member);
    } else {
      changed.remove(member);
    }
    return changed;
  }

  /** Whether that suspect is chosen. */
  public boolean chosen(PodRef suspect) {
    return !leftOut.contains(suspect.uid());
  }

  /** The suspects that the plan is about. */
  public List<PodRef> chosenSuspects() {
    return suspects.stream().filter(this::chosen).toList();
  }

  /** The names of the nodes that were chosen, sorted; empty means the suspects' nodes. */
  public List<String> nodeNames() {
    List<String> names = new ArrayList<>(byName ? nodes : Set.of());
    names.sort(null);
    return names;
  }

  /** Whether that wizard can be asked. A cordon and a recovery do without a suspect. */
  boolean complete(Wizard wizard) {
    boolean somebody = !chosenSuspects().isEmpty();
    return switch (wizard) {
      case FREEZE, ISOLATE, CREDENTIALS, DISPOSE -> somebody;
      case RECOVER -> true;
      case CORDON -> byName ? !nodes.isEmpty() : somebody;
      case EVACUATE -> somebody && (!byName || !nodes.isEmpty());
    };
  }
}
