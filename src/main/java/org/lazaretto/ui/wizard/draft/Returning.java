package org.lazaretto.ui.wizard.draft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Request;

/**
 * How what a case changed is taken back.
 *
 * @param hardened what let the intruder in and how it was closed; empty while nobody confirms it
 * @param left the objects that stay as they are, as {@code namespace/Kind/name}
 */
public record Returning(String hardened, Set<String> left) {
  /** Everything goes back, and nothing is confirmed yet. */
  public static final Returning ALL = new Returning("", Set.of());

  /** Copies what it is given. */
  public Returning {
    left = Set.copyOf(left);
  }

  /** The name by which an object is left as it is. */
  public static String name(ObjectRef target) {
    return target.namespace() + "/" + target.kind() + "/" + target.name();
  }

  /** The same with other words on what was closed. */
  public Returning hardened(String words) {
    return new Returning(words, left);
  }

  /** The same with that object taken back, or left as it is. */
  public Returning taking(String name, boolean back) {
    Set<String> changed = new LinkedHashSet<>(left);
    if (back) {
      changed.remove(name);
    } else {
      changed.add(name);
    }
    return new Returning(hardened, changed);
  }

  Request.Recover request(List<PodRef> suspects) {
    return new Request.Recover(suspects, hardened.strip(), left.stream().sorted().toList());
  }
}
