package org.lazaretto.ui.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lazaretto.find.Filter;
import org.lazaretto.find.Flag;
import org.lazaretto.find.Narrowing;
import org.lazaretto.find.Pivot;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.PodRef;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.Texts;

/** What a filter shows, in a few words. */
final class FilterWords {
  private static final int LONGEST = 40;

  private FilterWords() {}

  /** All parts of the filter, comma between them; empty if it shows everything. */
  static String of(Filter filter) {
    List<String> words = new ArrayList<>();
    of(filter.narrowing()).ifPresent(words::add);
    if (filter.flaggedOnly()) {
      words.add(Texts.of("find.words.flagged"));
    }
    if (!filter.hiddenNamespaces().isEmpty()) {
      words.add(Texts.of("find.words.hidden", filter.hiddenNamespaces().size()));
    }
    return String.join(", ", words);
  }

  /** What the picture is narrowed to; empty if it is not. */
  static Optional<String> of(Narrowing narrowing) {
    return switch (narrowing) {
      case Narrowing.None() -> Optional.empty();
      case Narrowing.ToSuspects() -> Optional.of(Texts.of("find.words.suspects"));
      case Narrowing.ToFlag(var flag) -> Optional.of(of(flag));
      case Narrowing.ToPivot(var pivot, var of) -> Optional.of(same(pivot.kind(), of));
      case Narrowing.ToGroup(var said, var _) -> Optional.of(shortened(said));
      case Narrowing.ToText(var text, var _) ->
          Optional.of(Texts.of("find.words.text", shortened(text)));
    };
  }

  private static String same(Pivot.Kind kind, Optional<PodRef> as) {
    return as.map(pod -> Texts.of("find.words.same.pod", of(kind), shortened(pod.name())))
        .orElseGet(() -> Texts.of("find.words.same", of(kind)));
  }

  /** A flag. */
  static String of(Flag flag) {
    return Texts.of("find.flag." + key(flag));
  }

  /** What pods share. */
  static String of(Pivot.Kind kind) {
    return Texts.of("find.same." + key(kind));
  }

  /** Its name as keys and identities have it. */
  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String shortened(String text) {
    return Elision.middle(HostileText.visible(text), LONGEST);
  }
}
