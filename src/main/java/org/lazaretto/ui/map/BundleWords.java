package org.lazaretto.ui.map;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lazaretto.graph.raster.Word;
import org.lazaretto.graph.raster.Words;
import org.lazaretto.ui.fx.Texts;

/** The map's words from the bundle; each is formatted once, for a header is drawn many times. */
final class BundleWords implements Words {
  private static final int MOST = 4_000;

  private final Map<Said, String> said = new ConcurrentHashMap<>();

  private record Said(Word word, int number) {}

  @Override
  public String say(Word word, int number) {
    if (said.size() > MOST) {
      said.clear();
    }
    return said.computeIfAbsent(
        new Said(word, number), key -> Texts.of("map.word." + slug(key.word()), key.number()));
  }

  private static String slug(Word word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
