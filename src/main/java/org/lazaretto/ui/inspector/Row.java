package org.lazaretto.ui.inspector;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lazaretto.plan.Finding;

/** One row of a section. */
sealed interface Row {
  /** A label of our own and what it is, in one or several lines. */
  record Fact(String label, List<List<Part>> lines) implements Row {
    /** Copies what it is given. */
    public Fact {
      lines = lines.stream().map(List::copyOf).toList();
    }

    /** A fact of one line. */
    static Fact of(String label, Part... parts) {
      return new Fact(label, List.of(Arrays.asList(parts)));
    }
  }

  /** The same, with a name of the cluster as its label. */
  record Named(String name, boolean warning, List<List<Part>> lines) implements Row {
    /** Copies what it is given. */
    public Named {
      lines = lines.stream().map(List::copyOf).toList();
    }
  }

  /** A line over the whole width. */
  record Note(List<Part> parts) implements Row {
    /** Copies what it is given. */
    public Note {
      parts = List.copyOf(parts);
    }

    static Note of(Part... parts) {
      return new Note(List.of(parts));
    }
  }

  /** Pairs to be copied. */
  record Pairs(Map<String, String> pairs) implements Row {
    /** Copies what it is given. */
    public Pairs {
      pairs = Map.copyOf(pairs);
    }
  }

  /** What a plan would find. */
  record Foreseen(Finding finding) implements Row {}
}
