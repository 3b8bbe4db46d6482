package org.lazaretto.plan.evacuate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Drain;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.evacuate.PodDecision.Fate;

/**
 * The one line by which all pods leave a node that are to leave it by a drain. A drain knows labels
 * and no owners, so that each pod which stays is left out by a label that none of the leaving has.
 */
final class Drains {
  /** What controllers write by themselves: it follows the owner, whatever else a pod is called. */
  private static final List<String> OF_OWNERS =
      List.of("pod-template-hash", "controller-revision-hash");

  private static final Pattern KEY = Pattern.compile("([a-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*)");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?");

  private final List<PodDecision> decisions;
  private final Map<NodeRef, Optional<Drain>> known = new HashMap<>();

  Drains(List<PodDecision> decisions) {
    this.decisions = List.copyOf(decisions);
  }

  /** The line that moves it; empty if it moves otherwise, or if no labels tell who stays. */
  Optional<Drain> of(PodDecision decision) {
    return drained(decision)
        ? known.computeIfAbsent(decision.node(), this::line)
        : Optional.empty();
  }

  private static boolean drained(PodDecision decision) {
    return decision.fate() == Fate.MOVE && decision.method() == Request.Method.DRAIN;
  }

  private Optional<Drain> line(NodeRef node) {
    List<Pod> leaving = new ArrayList<>();
    List<Pod> staying = new ArrayList<>();
    for (PodDecision decision : decisions) {
      if (!decision.node().equals(node)) {
        continue;
      }
      if (drained(decision)) {
        leaving.add(decision.pod());
      } else if (touched(decision.pod())) {
        staying.add(decision.pod());
      }
    }
    return selector(leaving, staying)
        .map(selector ->
            new Drain(
                selector,
                leaving.stream().anyMatch(pod -> pod.shape().volumes().emptyDir()),
                leaving.stream().anyMatch(pod -> pod.controller().isEmpty())));
  }

  /** Whether a drain would take it: it passes over static and DaemonSet pods by itself. */
  private static boolean touched(Pod pod) {
    return !pod.mirror()
        && !pod.ofDaemonSet()
        && pod.status().deleting().isEmpty()
        && !pod.labels().containsKey(Quarantine.KEY);
  }

  private static Optional<String> selector(List<Pod> leaving, List<Pod> staying) {
    Map<String, SortedSet<String>> out = new TreeMap<>();
    for (Pod pod : staying) {
      Optional<String> key = keys(pod).filter(label -> tells(pod, label, leaving)).findFirst();
      if (key.isEmpty()) {
        return Optional.empty();
      }
      out.computeIfAbsent(key.get(), _ -> new TreeSet<>()).add(pod.labels().get(key.get()));
    }
    StringBuilder text = new StringBuilder("!").append(Quarantine.KEY);
    out.forEach((key, values) ->
        text.append(',')
            .append(key)
            .append(" notin (")
            .append(String.join(",", values))
            .append(')'));
    return Optional.of(text.toString());
  }

  private static Stream<String> keys(Pod pod) {
    return Stream.concat(
        OF_OWNERS.stream().filter(pod.labels()::containsKey),
        pod.labels().keySet().stream().sorted());
  }

  /** Whether that label of a staying pod is one that none of the leaving pods has. */
  private static boolean tells(Pod staying, String key, List<Pod> leaving) {
    String value = staying.labels().getOrDefault(key, "");
    return KEY.matcher(key).matches()
        && VALUE.matcher(value).matches()
        && leaving.stream().noneMatch(pod -> value.equals(pod.labels().get(key)));
  }
}
