package org.lazaretto.range.cluster.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What pods take of the resources that quotas count, in thousandths.
 *
 * @param amounts by resource, as in {@code requests.cpu}
 */
public record PodUsage(Map<String, Long> amounts) {
  private static final List<String> COMPUTE = List.of("cpu", "memory", "ephemeral-storage");
  private static final long UNIT = 1000;

  /** Copies the amounts. */
  public PodUsage {
    amounts = Map.copyOf(amounts);
  }

  /** What one pod takes: its containers together, or its greediest init container. */
  public static PodUsage of(JsonNode pod) {
    Map<String, Long> amounts = new TreeMap<>();
    amounts.put("pods", UNIT);
    amounts.put("count/pods", UNIT);
    for (String side : List.of("requests", "limits")) {
      for (String resource : COMPUTE) {
        long sum = 0;
        for (JsonNode container : Tree.at(pod, "spec", "containers")) {
          sum += amount(container, side, resource);
        }
        for (JsonNode container : Tree.at(pod, "spec", "initContainers")) {
          sum = Math.max(sum, amount(container, side, resource));
        }
        amounts.put(side + "." + resource, sum);
      }
    }
    COMPUTE.forEach(
        resource -> amounts.put(resource, amounts.getOrDefault("requests." + resource, 0L)));
    return new PodUsage(amounts);
  }

  private static long amount(JsonNode container, String side, String resource) {
    return Quantity.thousandths(text(container, side, resource));
  }

  /** What a container says of a resource; empty if nothing. */
  public static String text(JsonNode container, String side, String resource) {
    return container.path("resources").path(side).path(resource).asText("");
  }

  /** Together with others. */
  public PodUsage plus(PodUsage other) {
    Map<String, Long> sum = new TreeMap<>(amounts);
    other.amounts.forEach((resource, amount) -> sum.merge(resource, amount, Long::sum));
    return new PodUsage(sum);
  }

  /** Nothing. */
  public static PodUsage none() {
    return new PodUsage(Map.of());
  }

  /** Whether a resource is one that pods take. */
  public static boolean counts(String resource) {
    return of(Tree.object()).amounts().containsKey(resource);
  }

  /** How much of a resource. */
  public long of(String resource) {
    return amounts.getOrDefault(resource, 0L);
  }

  /** The containers that do not say how much they take of a resource, by name. */
  public static List<String> silentAbout(String resource, JsonNode pod) {
    int dot = resource.indexOf('.');
    String side = dot < 0 ? "requests" : resource.substring(0, dot);
    String what = resource.substring(dot + 1);
    List<String> silent = new ArrayList<>();
    if (COMPUTE.contains(what)) {
      for (JsonNode container : Tree.at(pod, "spec", "containers")) {
        if (text(container, side, what).isEmpty()) {
          silent.add(Tree.text(container, "name"));
        }
      }
    }
    return silent;
  }

  /** An amount as the API writes it. */
  public static String written(String resource, long thousandths) {
    if (thousandths % UNIT != 0) {
      return thousandths + "m";
    }
    long whole = thousandths / UNIT;
    boolean bytes = resource.endsWith("memory") || resource.endsWith("storage");
    if (bytes && whole > 0) {
      String[] units = {"Gi", "Mi", "Ki"};
      for (int i = 0; i < units.length; i++) {
        long size = 1L << (30 - 10 * i);
        if (whole % size == 0) {
          return whole / size + units[i];
        }
      }
    }
    return String.valueOf(whole);
  }
}
