package org.lazaretto.find;

import java.util.HashSet;
import java.util.Set;
import org.lazaretto.model.Pod;

/**
 * What is shown in full; the rest is dimmed, never removed. Suspects are shown whatever it says.
 *
 * @param hiddenNamespaces namespaces that are not shown; one that appears later is
 * @param flaggedOnly whether only pods with a marking flag are shown
 * @param narrowing what else they have to be
 */
public record Filter(Set<String> hiddenNamespaces, boolean flaggedOnly, Narrowing narrowing) {
  /** Shows everything. */
  public static final Filter ALL = new Filter(Set.of(), false, new Narrowing.None());

  /** Copies what it is given. */
  public Filter {
    hiddenNamespaces = Set.copyOf(hiddenNamespaces);
  }

  /** Whether the pod is shown in full. */
  public boolean shows(Pod pod, boolean suspect) {
    return suspect
        || (!hiddenNamespaces.contains(pod.ref().namespace())
            && narrowing.holds(pod)
            && (!flaggedOnly || Flag.marks(pod)));
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
    return new Filter(hidden, flaggedOnly, narrowing);
  }

  /** The same with flagged pods only, or with all. */
  public Filter withFlaggedOnly(boolean only) {
    return new Filter(hiddenNamespaces, only, narrowing);
  }

  /** The same, narrowed to something else. */
  public Filter with(Narrowing other) {
    return new Filter(hiddenNamespaces, flaggedOnly, other);
  }
}
