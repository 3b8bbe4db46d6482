package org.lazaretto.plan.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.HostSuspicion;
import org.lazaretto.plan.order.Answer.Reply;

/** The facts that the four questions are answered from. Pure. */
final class Situation {
  private static final long MEMORY_BYTES_A_SECOND = 100L << 20;
  private static final int LONGEST = 120;

  private final List<Pod> suspects;
  private final Collection<Node> nodes;
  private final int unplaced;
  private final Instant now;

  private Situation(List<Pod> suspects, Collection<Node> nodes, int unplaced, Instant now) {
    this.suspects = suspects;
    this.nodes = nodes;
    this.unplaced = unplaced;
    this.now = now;
  }

  static Situation of(ClusterSnapshot snapshot, List<Pod> suspects, Instant now) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    int unplaced = 0;
    for (Pod pod : suspects) {
      Optional<Node> node = pod.node().flatMap(snapshot::node);
      node.ifPresent(found -> nodes.put(found.ref().name(), found));
      unplaced += node.isPresent() ? 0 : 1;
    }
    return new Situation(suspects, nodes.values(), unplaced, now);
  }

  /** How long a dump of the largest node takes, at 100 MiB a second: a guess, and said so. */
  Duration memory() {
    long bytes = nodes.stream().mapToLong(n -> n.allocatable().memoryBytes()).max().orElse(0);
    return Duration.ofSeconds(bytes / MEMORY_BYTES_A_SECOND);
  }

  /** What the first node to go has left; empty if no clock is seen, or none with a time. */
  Optional<Duration> left() {
    return nodes.stream()
        .flatMap(node -> Clock.of(node, now).stream())
        .flatMap(clock -> clock.left().stream())
        .min(Duration::compareTo);
  }

  /** Whether all of the suspects stand on Spot machines or such. */
  boolean spot() {
    return nodes.stream().anyMatch(Clock::spot);
  }

  List<Answer> answers() {
    return List.of(harm(), clock(), reach(), host());
  }

  private static Answer answer(Question question, Reply reply, String because) {
    String visible = HostileText.visible(because);
    String bounded = visible.length() > LONGEST ? visible.substring(0, LONGEST) + "…" : visible;
    return new Answer(question, reply, bounded, false);
  }

  /** Kubernetes does not show traffic: without signs of movement it cannot be told. */
  private Answer harm() {
    Set<String> owners = new TreeSet<>();
    suspects.forEach(pod -> owners.add(pod.controller().map(o -> o.uid()).orElse(pod.ref().uid())));
    long running = suspects.stream().filter(Pod::active).count();
    if (running == 0) {
      return answer(Question.HARM, Reply.NO, "no suspect runs any more");
    }
    return owners.size() > 1 && nodes.size() > 1
        ? answer(
            Question.HARM,
            Reply.YES,
            "suspects of %d workloads on %d nodes: it moves".formatted(owners.size(), nodes.size()))
        : answer(Question.HARM, Reply.UNKNOWN, running + " running; the API shows no traffic");
  }

  private Answer clock() {
    List<String> clocks = new ArrayList<>();
    for (Node node : nodes) {
      Clock.of(node, now).ifPresent(clock -> clocks.add(node.ref().name() + ": " + clock.why()));
    }
    long going = suspects.stream().filter(p -> p.status().deleting().isPresent()).count();
    if (going > 0) {
      clocks.add(going + " being deleted");
    }
    boolean late = left().map(left -> left.compareTo(memory()) < 0).orElse(true);
    if (!clocks.isEmpty()) {
      String text = String.join("; ", clocks) + left().map(l -> ", " + spoken(l)).orElse("");
      return answer(Question.CLOCK, late || going > 0 ? Reply.YES : Reply.NO, text);
    }
    return spot()
        ? answer(Question.CLOCK, Reply.UNKNOWN, "a Spot node; its notice is two minutes or less")
        : answer(Question.CLOCK, Reply.NO, "no notice, no countdown, every node is ready");
  }

  private Answer reach() {
    List<String> not = new ArrayList<>();
    for (Node node : nodes) {
      if ("fargate".equals(node.labels().get("eks.amazonaws.com/compute-type"))) {
        not.add(node.ref().name() + " is Fargate");
      } else if (node.ref().name().startsWith("gk3-")) {
        not.add(node.ref().name() + " is Autopilot");
      } else if (!node.ready()) {
        not.add(node.ref().name() + " is not ready");
      }
    }
    boolean sure = not.stream().anyMatch(text -> !text.endsWith("not ready"));
    if (!not.isEmpty()) {
      return answer(Question.REACH, sure ? Reply.NO : Reply.UNKNOWN, String.join("; ", not));
    }
    return unplaced > 0 || nodes.isEmpty()
        ? answer(Question.REACH, Reply.UNKNOWN, unplaced + " on no node that is seen")
        : answer(
            Question.REACH, Reply.YES, nodes.size() + " ready; whether an agent answers, ask it");
  }

  private Answer host() {
    List<String> reasons = new ArrayList<>();
    for (Pod pod : suspects) {
      List<String> found = HostSuspicion.reasons(pod);
      if (!found.isEmpty()) {
        reasons.add(pod.ref().path() + ": " + String.join(", ", found));
      }
    }
    return reasons.isEmpty()
        ? answer(Question.HOST, Reply.NO, "no suspect's spec reaches the node; that proves nothing")
        : answer(Question.HOST, Reply.YES, String.join("; ", reasons));
  }

  static String spoken(Duration time) {
    long seconds = time.toSeconds();
    return seconds < 90 ? "about " + seconds + " s" : "about " + (seconds + 30) / 60 + " min";
  }
}
