package org.lazaretto.find;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.Pod;

/**
 * What is shown in full; the rest is dimmed, never removed. Suspects are shown whatever it says.
 *
 * @param hiddenNamespaces namespaces that are not shown; one that appears later is
 * @param flaggedOnly whether only pods with a marking flag are shown
 * @param flag shows only pods with that flag
 * @param within shows only these pods, by UID: those of a pivot, or those that a text finds
 */
public record Filter(
    Set<String> hiddenNamespaces,
    boolean flaggedOnly,
    Optional<Flag> flag,
    Optional<Set<String>> within) {
  /** Shows everything. */
  public static final Filter ALL = new Filter(Set.of(), false, Optional.empty(), Optional.empty());

  /** Copies what it is given. */
  public Filter {
    hiddenNamespaces = Set.copyOf(hiddenNamespaces);
    within = within.map(Set::copyOf);
  }

  /** Whether the pod is shown in full. */
  public boolean shows(Pod pod, boolean suspect) {
    return suspect
        || (!hiddenNamespaces.contains(pod.ref().namespace())
            && within.map(uids -> uids.contains(pod.ref().uid())).orElse(true)
            && (!flaggedOnly || Flag.marks(pod))
            && flag.map(wanted -> Flag.of(pod).contains(wanted)).orElse(true));
  }

  /** Whether it shows everything. */
  public boolean isOpen() {
    return equals(ALL);
  }

  /** The same with one namespace shown or not. */
  public Filter withNamespace(String name, boolean shown) {
    Set<String> hidden = new HashSet<>(hiddenNamespaces);
    if (shown) {
      hidden.remove(name);
    } else {
      hidden.add(name);
    }
    return new Filter(hidden, flaggedOnly, flag, within);
  }

  /** The same with flagged pods only, or with all. */
  public Filter withFlaggedOnly(boolean only) {
    return new Filter(hiddenNamespaces, only, flag, within);
  }

  /** The same with the pods of one flag only; takes the place of a pivot or text. */
  public Filter onlyFlag(Flag wanted) {
    return new Filter(hiddenNamespaces, flaggedOnly, Optional.of(wanted), Optional.empty());
  }

  /** The same with these pods only; takes the place of a flag. */
  public Filter onlyPods(Set<String> uids) {
    return new Filter(hiddenNamespaces, flaggedOnly, Optional.empty(), Optional.of(uids));
  }

  /** The same without narrowing to a flag, a pivot or a text. */
  public Filter withoutNarrowing() {
    return new Filter(hiddenNamespaces, flaggedOnly, Optional.empty(), Optional.empty());
  }
}
