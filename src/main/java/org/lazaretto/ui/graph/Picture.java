package org.lazaretto.ui.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.graph.lens.Lens;
import org.lazaretto.graph.lens.LensScope;

/**
 * A lens with all that is said of it, made by a worker: the toolkit's thread only shows it.
 *
 * @param wish what it answers
 * @param looks what each box says, by its id
 * @param leftOut what the lens does not show
 */
record Picture(
    Wish wish,
    Seen seen,
    Lens lens,
    Map<String, BoxLook> looks,
    Optional<LeftOut> leftOut,
    Choices choices) {
  /** Copies what it is given. */
  Picture {
    looks = Map.copyOf(looks);
  }

  /**
   * What somebody wants to see.
   *
   * @param expanded UIDs of owners whose replicas are told one by one
   * @param number which arrangement this is; another number arranges anew
   */
  record Wish(LensScope scope, Set<String> expanded, int number) {
    static final Wish FIRST = new Wish(new LensScope.Suspects(), Set.of(), 0);

    Wish {
      expanded = Set.copyOf(expanded);
    }
  }

  /** The first that answers a wish: everything is arranged anew. */
  static Picture first(Wish wish, Seen now) {
    Lens lens = Lens.open(now.snapshot(), wish.scope(), now.suspects(), wish.expanded());
    return of(wish, now, lens, Choices.of(now.snapshot()));
  }

  /** What follows when something else is seen: boxes keep their places. */
  Picture next(Seen now) {
    boolean same = seen.snapshot().equals(now.snapshot());
    Lens following =
        same && seen.suspects().equals(now.suspects())
            ? lens
            : lens.next(now.snapshot(), now.suspects());
    return of(wish, now, following, same ? choices : Choices.of(now.snapshot()));
  }

  private static Picture of(Wish wish, Seen now, Lens lens, Choices choices) {
    BoxWords words = new BoxWords(now.dimming(), now.preview(), now.captured(), NodeNames.of(lens));
    Map<String, BoxLook> looks = new HashMap<>();
    lens.boxes().forEach(box -> looks.put(box.id(), words.look(box.vertex())));
    return new Picture(wish, now, lens, looks, LeftOut.of(lens), choices);
  }
}
