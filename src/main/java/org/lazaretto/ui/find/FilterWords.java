package org.lazaretto.ui.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lazaretto.find.Filter;
import org.lazaretto.find.Flag;
import org.lazaretto.find.Narrowing;
import org.lazaretto.find.Pivot;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.Texts;

/** What a filter shows, in a few words. */
final class FilterWords {
  private static final int LONGEST = 40;

  private FilterWords() {}

  /** All parts of the filter, comma between them; empty if it shows everything. */
  static String of(Filter filter) {
    List<String> words = new ArrayList<>();
    switch (filter.narrowing()) {
      case Narrowing.None() -> {}
      case Narrowing.ToSuspects() -> words.add(Texts.of("find.words.suspects"));
      case Narrowing.ToFlag(var flag) -> words.add(of(flag));
      case Narrowing.ToPivot(var pivot) -> words.add(Texts.of("find.words.same", of(pivot.kind())));
      case Narrowing.ToText(var text, var _) ->
          words.add(Texts.of("find.words.text", shortened(text)));
    }
    if (filter.flaggedOnly()) {
      words.add(Texts.of("find.words.flagged"));
    }
    if (!filter.hiddenNamespaces().isEmpty()) {
      words.add(Texts.of("find.words.hidden", filter.hiddenNamespaces().size()));
    }
    return String.join(", ", words);
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
