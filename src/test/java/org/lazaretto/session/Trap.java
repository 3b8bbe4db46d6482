package org.lazaretto.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lazaretto.plan.Request;

/**
 * One state of a cluster in which a rule speaks, and the nearest in which it does not.
 *
 * @param finding how grave, and which: {@code warn T-13}
 * @param phrase what it says
 * @param asks the plan of which it is said
 * @param calm the plan of which it is not said before anything is changed
 * @param changes what sets the trap
 * @param others what else is said then and not before
 */
record Trap(
    String finding,
    String phrase,
    Ask asks,
    Ask calm,
    List<Consumer<TrapWorld>> changes,
    Set<String> others) {

  /** A request about suspects that may not be seen yet. */
  interface Ask {
    Optional<Request> of(TrapWorld world);
  }

  static Trap of(String finding, String phrase, Ask asks) {
    return new Trap(finding, phrase, asks, asks, List.of(), Set.of());
  }

  /** Where another plan, of the same cluster, is the nearest of which it is not said. */
  Trap unlike(Ask other) {
    return new Trap(finding, phrase, asks, other, changes, others);
  }

  Trap by(Consumer<TrapWorld> change) {
    List<Consumer<TrapWorld>> more = new ArrayList<>(changes);
    more.add(change);
    return new Trap(finding, phrase, asks, calm, more, others);
  }

  Trap put(String object) {
    return by(world -> world.put(object));
  }

  Trap edit(String kind, String path, String pointer, String value) {
    return by(world -> world.edit(kind, path, pointer, value));
  }

  /** A change of the pod of web that stands on the cordoned node. */
  Trap web(String pointer, String value) {
    return by(world -> world.edit("Pod", world.web().getFirst(), pointer, value));
  }

  Trap lone(String pointer, String value) {
    return edit("Pod", "t/lone", pointer, value);
  }

  Trap with(String... more) {
    Set<String> all = new HashSet<>(others);
    all.addAll(List.of(more));
    return new Trap(finding, phrase, asks, calm, changes, all);
  }

  Set<String> said() {
    Set<String> all = new HashSet<>(others);
    all.add(finding);
    return all;
  }

  @Override
  public String toString() {
    return finding + ", " + phrase;
  }
}
