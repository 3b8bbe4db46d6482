package org.lazaretto.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The texts of one field, laid end to end: the machine compares a long text at once far faster than
 * many short ones. An entry may have several texts (the labels of a pod).
 */
final class Column {
  private static final char BETWEEN = '\n';

  private final String folded;
  private final String[] texts;
  private final int[] starts;
  private final int[] firstOfEntry;

  private Column(String folded, String[] texts, int[] starts, int[] firstOfEntry) {
    this.folded = folded;
    this.texts = texts;
    this.starts = starts;
    this.firstOfEntry = firstOfEntry;
  }

  /** One entry for each list of texts. */
  static Column of(List<List<String>> entries) {
    Filling filling = new Filling(entries.size());
    entries.forEach(filling::entry);
    return filling.done();
  }

  /** One entry for each text. */
  static Column ofSingles(List<String> entries) {
    Filling filling = new Filling(entries.size());
    entries.forEach(filling::entry);
    return filling.done();
  }

  int entries() {
    return firstOfEntry.length - 1;
  }

  /**
   * How well the term is found in each entry: 0 not at all, 1 inside a word, 2 at the begin of a
   * word, 3 at the begin, 4 it is the whole text.
   */
  byte[] quality(String term) {
    byte[] best = new byte[entries()];
    int entry = 0;
    int text = 0;
    int at = folded.indexOf(term);
    while (at >= 0) {
      text = textAt(at, text);
      while (firstOfEntry[entry + 1] <= text) {
        entry++;
      }
      best[entry] = (byte) Math.max(best[entry], quality(term, at, text));
      at = folded.indexOf(term, starts[text + 1]);
    }
    return best;
  }

  /** A text and how well it holds the term. */
  record Found(String text, int quality) {}

  /** The text of the entry that holds the term best. */
  Optional<Found> bestText(int entry, String term) {
    Optional<Found> best = Optional.empty();
    for (int text = firstOfEntry[entry]; text < firstOfEntry[entry + 1]; text++) {
      int at = folded.indexOf(term, starts[text], starts[text + 1]);
      int quality = at < 0 ? 0 : quality(term, at, text);
      if (quality > best.map(Found::quality).orElse(0)) {
        best = Optional.of(new Found(texts[text], quality));
      }
    }
    return best;
  }

  private int textAt(int position, int from) {
    if (position < starts[from + 1]) {
      return from;
    }
    int found = Arrays.binarySearch(starts, from, starts.length, position);
    return found >= 0 ? found : -found - 2;
  }

  private int quality(String term, int at, int text) {
    int start = starts[text];
    if (at == start) {
      return start + term.length() == starts[text + 1] - 1 ? 4 : 3;
    }
    if (Character.isLetterOrDigit(folded.charAt(at - 1))) {
      return startsAWordLater(term, at, text) ? 2 : 1;
    }
    return 2;
  }

  private boolean startsAWordLater(String term, int first, int text) {
    int end = starts[text + 1];
    int at = folded.indexOf(term, first + 1, end);
    while (at >= 0 && Character.isLetterOrDigit(folded.charAt(at - 1))) {
      at = folded.indexOf(term, at + 1, end);
    }
    return at >= 0;
  }

  /** A column while it is filled. */
  private static final class Filling {
    private final StringBuilder folded = new StringBuilder();
    private final List<String> texts = new ArrayList<>();
    private final int[] firstOfEntry;
    private int[] starts;
    private int entries;

    Filling(int entries) {
      firstOfEntry = new int[entries + 1];
      starts = new int[entries + 1];
    }

    void entry(String text) {
      firstOfEntry[entries++] = texts.size();
      add(text);
    }

    void entry(List<String> several) {
      firstOfEntry[entries++] = texts.size();
      several.forEach(this::add);
    }

    private void add(String text) {
      if (texts.size() == starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[texts.size()] = folded.length();
      texts.add(text);
      folded.append(text.toLowerCase(Locale.ROOT)).append(BETWEEN);
    }

    Column done() {
      firstOfEntry[entries] = texts.size();
      int[] all = Arrays.copyOf(starts, texts.size() + 1);
      all[texts.size()] = folded.length();
      return new Column(folded.toString(), texts.toArray(String[]::new), all, firstOfEntry);
    }
  }
}
