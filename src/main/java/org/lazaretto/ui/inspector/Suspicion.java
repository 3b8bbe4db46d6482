package org.lazaretto.ui.inspector;

import java.util.Locale;
import java.util.stream.Collectors;
import org.lazaretto.find.Flag;
import org.lazaretto.model.Pod;
import org.lazaretto.ui.fx.Texts;

/** A first reason to suspect a pod, for who has no time to write one. */
final class Suspicion {
  private Suspicion() {}

  /** What it is flagged for, in words. */
  static String words(Pod pod) {
    String flags =
        Flag.of(pod).stream()
            .filter(Flag::marking)
            .map(Suspicion::word)
            .collect(Collectors.joining(", "));
    return flags.isEmpty()
        ? Texts.of("inspector.reason.mark.ready")
        : Texts.of("inspector.reason.mark.flagged", flags);
  }

  private static String word(Flag flag) {
    return Texts.of("find.flag." + flag.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
