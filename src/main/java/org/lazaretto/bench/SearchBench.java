package org.lazaretto.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lazaretto.find.Query;
import org.lazaretto.find.Search;
import org.lazaretto.find.SearchIndex;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Pod;

/**
 * What one key in the search field costs: each question is typed letter by letter, and each key
 * asks for the best hits over all fields of all pods. Against it the goal of 20 ms, and, in the
 * same run, comparing the texts of each pod as they stand.
 */
public final class SearchBench {
  private static final int NODES = 5_000;
  private static final int PODS = 150_000;
  private static final double GOAL_MILLIS = 20;
  private static final int HITS = 50;
  private static final int ROUNDS = 8;
  private static final int CHANGES = 1_000;
  private static final List<String> QUESTIONS =
      List.of(
          "service-14999-6f7d9c3a97-24",
          "ns:team-120 service-12",
          "label:pod-template-hash=6f7d9c0010",
          "image:team-7/service-407",
          "digest:sha256:000000000000",
          "sha256:0000000000000000000000000000000000000000000000000000",
          "sa:service-1499",
          "node:ip-10-0-19-135",
          "ip:10.64.19.7",
          "10.65.3.24",
          "id:i-0000002",
          "team-0/service-400",
          "nothing-like-this-anywhere");

  private final ClusterSnapshot cluster;

  SearchBench(int nodes, int pods) {
    this.cluster = ManyPods.of(nodes, pods);
  }

  /** Measures 150,000 pods on 5,000 nodes; needs nothing but memory. */
  public static String run() {
    return new SearchBench(NODES, PODS).measure();
  }

  String measure() {
    SearchIndex index = new SearchIndex();
    long began = System.nanoTime();
    Search search = index.update(cluster);
    double prepared = millisSince(began);
    double again = again(index);
    for (int i = 0; i < ROUNDS; i++) {
      keys(search);
    }
    List<Double> keys = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      keys.addAll(keys(search));
    }
    keys.sort(Double::compare);
    double plain = plain();
    double p95 = keys.get((int) (keys.size() * 0.95));
    return String.format(
        Locale.ROOT,
        "search: %d pods prepared in %.0f ms, %d changes later in %.0f ms; %d keys, median %.2f ms,"
            + " slowest %.2f ms; comparing each pod's texts %.0f ms a key%n"
            + "search %.2f ms/key p95 %.1fx against the goal of %.0f ms",
        cluster.podCount(),
        prepared,
        CHANGES,
        again,
        keys.size(),
        keys.get(keys.size() / 2),
        keys.getLast(),
        plain,
        p95,
        GOAL_MILLIS / p95,
        GOAL_MILLIS);
  }

  /** The best of a few: each takes over as many changes. */
  private double again(SearchIndex index) {
    List<Pod> pods = cluster.pods().stream().limit(CHANGES).toList();
    ClusterSnapshot changed = cluster.with(pods.stream().map(ManyPods::restarted).toList());
    double best = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      index.update(i % 2 == 0 ? changed : cluster);
      best = Math.min(best, millisSince(began));
    }
    return best;
  }

  private static List<Double> keys(Search search) {
    List<Double> millis = new ArrayList<>();
    for (String question : QUESTIONS) {
      for (int length = 1; length <= question.length(); length++) {
        long began = System.nanoTime();
        search.find(Query.parse(question.substring(0, length)), HITS);
        millis.add(millisSince(began));
      }
    }
    return millis;
  }

  private double plain() {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      long found = cluster.pods().stream().filter(pod -> holds(pod, "nothing-like")).count();
      best = found == 0 ? Math.min(best, millisSince(began)) : best;
    }
    return best;
  }

  private static boolean holds(Pod pod, String term) {
    return contains(pod.ref().name(), term)
        || contains(pod.ref().namespace(), term)
        || contains(pod.status().podIp(), term)
        || contains(pod.shape().serviceAccount(), term)
        || contains(pod.node().orElse(""), term)
        || pod.shape().images().stream().anyMatch(image -> contains(image, term))
        || pod.status().containers().stream().anyMatch(c -> contains(c.imageId(), term))
        || pod.labels().entrySet().stream()
            .anyMatch(label -> contains(label.getKey() + "=" + label.getValue(), term));
  }

  private static boolean contains(String text, String term) {
    return text.toLowerCase(Locale.ROOT).contains(term);
  }

  private static double millisSince(long began) {
    return (System.nanoTime() - began) / 1e6;
  }
}
