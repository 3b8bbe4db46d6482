package org.lazaretto.find;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;

/**
 * A snapshot prepared for finding: immutable, for any thread. A question is one linear pass over
 * prepared texts, at most 20 ms at 150,000 pods ({@code bench search}), so that it can be asked on
 * each key, on any thread.
 *
 * <p>Preparing takes longer than asking and happens on a background thread: {@link SearchIndex}
 * prepares each later snapshot from the one before and looks only at what changed. Questions go to
 * the last one that is ready; what it found may have gone since.
 */
public final class Search {
  private final Table<Pod> pods;
  private final Table<Node> nodes;

  Search(Table<Pod> pods, Table<Node> nodes) {
    this.pods = pods;
    this.nodes = nodes;
  }

  /** The snapshot, prepared from nothing. */
  public static Search of(ClusterSnapshot snapshot) {
    return new SearchIndex().update(snapshot);
  }

  /** The best hits, and how many there are. */
  public Results find(Query query, int limit) {
    if (query.isEmpty()) {
      return Results.NONE;
    }
    Best best = new Best(limit);
    best.take(nodes.scores(query), 0);
    best.take(pods.scores(query), nodes.rows().size());
    List<Hit> hits = new ArrayList<>();
    for (int row : best.rows()) {
      hits.add(hit(row, query));
    }
    return new Results(hits, best.total());
  }

  /** The UIDs of all pods that match; none for a query that looks for nothing. */
  public Set<String> podsMatching(Query query) {
    Set<String> uids = new HashSet<>();
    if (!query.isEmpty()) {
      int[] scores = pods.scores(query);
      for (int row = 0; row < scores.length; row++) {
        if (scores[row] > 0) {
          uids.add(pods.rows().get(row).ref().uid());
        }
      }
    }
    return uids;
  }

  private Hit hit(int row, Query query) {
    int pod = row - nodes.rows().size();
    return pod < 0
        ? new Hit.OfNode(nodes.rows().get(row), nodes.matches(row, query))
        : new Hit.OfPod(pods.rows().get(pod), pods.matches(pod, query));
  }

  /** The best rows, nodes counted before pods, without sorting all that match. */
  private static final class Best {
    private final int limit;
    private final PriorityQueue<Long> worstFirst = new PriorityQueue<>();
    private int total;

    Best(int limit) {
      this.limit = limit;
    }

    /** A long that is larger for a better score, and for an earlier row of the same score. */
    private static long place(int score, int row) {
      return ((long) score << Integer.SIZE) | (Integer.MAX_VALUE - row);
    }

    void take(int[] scores, int firstRow) {
      for (int i = 0; i < scores.length; i++) {
        if (scores[i] > 0) {
          total++;
          take(place(scores[i], firstRow + i));
        }
      }
    }

    private void take(long place) {
      Long worst = worstFirst.peek();
      if (worstFirst.size() < limit) {
        worstFirst.add(place);
      } else if (worst != null && worst < place) {
        worstFirst.poll();
        worstFirst.add(place);
      }
    }

    List<Integer> rows() {
      return worstFirst.stream()
          .sorted((a, b) -> Long.compare(b, a))
          .map(place -> Integer.MAX_VALUE - (int) (place & Integer.MAX_VALUE))
          .toList();
    }

    int total() {
      return total;
    }
  }
}
