package org.lazaretto.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Things of one kind with the texts by which they are found.
 *
 * @param rows the things, in the order in which equally good ones are told
 */
record Table<T>(List<T> rows, List<Facet> facets) {
  private static final int NOT_YET = 0;

  /** What each row reaches with all terms together; 0 if one of them is missing. */
  int[] scores(Query query) {
    int[] total = new int[rows.size()];
    boolean first = true;
    for (Query.Term term : query.terms()) {
      int[] reached = reached(term);
      for (int row = 0; row < total.length; row++) {
        boolean both = reached[row] > 0 && (first || total[row] > 0);
        total[row] = both ? total[row] + reached[row] : NOT_YET;
      }
      first = false;
    }
    return total;
  }

  private int[] reached(Query.Term term) {
    int[] reached = new int[rows.size()];
    for (Facet facet : facets) {
      if (term.covers(facet.field())) {
        facet.raise(term.text(), reached);
      }
    }
    path(term).ifPresent(path -> raise(path, reached));
    return reached;
  }

  /** Why the row was found: the best field of each term. */
  List<Hit.Match> matches(int row, Query query) {
    List<Hit.Match> matches = new ArrayList<>();
    for (Query.Term term : query.terms()) {
      bestOf(row, term)
          .or(() -> path(term).flatMap(path -> best(row, Field.NAME, path.name())))
          .ifPresent(reached -> matches.add(reached.match()));
    }
    return matches;
  }

  private Optional<Facet.Reached> bestOf(int row, Query.Term term) {
    return facets.stream()
        .filter(facet -> term.covers(facet.field()))
        .flatMap(facet -> facet.best(row, term.text()).stream())
        .max(Comparator.comparingInt(Facet.Reached::score));
  }

  private Optional<Facet.Reached> best(int row, Field field, String text) {
    return facets.stream()
        .filter(facet -> facet.field() == field)
        .flatMap(facet -> facet.best(row, text).stream())
        .findFirst();
  }

  /** {@code namespace/name}, as it is copied from anywhere in the product. */
  private record Path(String namespace, String name) {}

  private static Optional<Path> path(Query.Term term) {
    int slash = term.text().indexOf('/');
    boolean splits = slash > 0 && slash < term.text().length() - 1;
    return splits && (term.field().isEmpty() || term.field().get() == Field.NAME)
        ? Optional.of(new Path(term.text().substring(0, slash), term.text().substring(slash + 1)))
        : Optional.empty();
  }

  private void raise(Path path, int[] reached) {
    int[] namespaces = new int[reached.length];
    int[] names = new int[reached.length];
    for (Facet facet : facets) {
      switch (facet.field()) {
        case NAMESPACE -> facet.raise(path.namespace(), namespaces);
        case NAME -> facet.raise(path.name(), names);
        case ID, IP, DIGEST, OWNER, NODE, SERVICE_ACCOUNT, IMAGE, LABEL -> {}
      }
    }
    for (int row = 0; row < reached.length; row++) {
      if (namespaces[row] > 0) {
        reached[row] = Math.max(reached[row], names[row]);
      }
    }
  }
}
