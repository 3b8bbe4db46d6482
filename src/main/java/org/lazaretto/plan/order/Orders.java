package org.lazaretto.plan.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Suspects;
import org.lazaretto.plan.order.Answer.Reply;

/**
 * Proposes an order: harm beats clock beats quiet, and where nothing reaches the node only the API
 * is left. Pure.
 */
public final class Orders {
  private static final Duration FREEZE = Duration.ofSeconds(30);

  private final Situation situation;
  private final Map<Question, Answer> answers = new EnumMap<>(Question.class);

  private Orders(Situation situation, Map<Question, Reply> given) {
    this.situation = situation;
    situation.answers().forEach(answer -> answers.put(answer.question(), answer));
    given.forEach((question, reply) ->
        answers.put(question, new Answer(question, reply, "the responder's answer", true)));
  }

  /**
   * The four orders for these suspects.
   *
   * @param given the responder's own answers, which count before those from the live state
   */
  public static Proposal propose(
      ClusterSnapshot snapshot, List<PodRef> suspects, Map<Question, Reply> given, Instant now) {
    Situation situation = Situation.of(snapshot, Suspects.present(snapshot, suspects), now);
    return new Orders(situation, given).proposal();
  }

  private Proposal proposal() {
    NamedOrder proposed = proposed();
    return new Proposal(
        List.copyOf(answers.values()),
        proposed,
        why(proposed),
        Arrays.stream(NamedOrder.values()).map(this::offer).toList());
  }

  private boolean is(Question question, Reply reply) {
    return Optional.ofNullable(answers.get(question)).map(Answer::reply).equals(Optional.of(reply));
  }

  private NamedOrder proposed() {
    if (is(Question.REACH, Reply.NO)) {
      return NamedOrder.API_ONLY;
    }
    if (is(Question.HARM, Reply.YES)) {
      return NamedOrder.STOP_THE_HARM;
    }
    return is(Question.CLOCK, Reply.YES) ? NamedOrder.RACE_THE_CLOCK : NamedOrder.QUIET;
  }

  private static String why(NamedOrder order) {
    return switch (order) {
      case API_ONLY -> "Nothing reaches the node, so only the API is left.";
      case STOP_THE_HARM -> "Harm is going on, and harm beats clock and quiet.";
      case RACE_THE_CLOCK -> "The node is going, and the clock beats quiet.";
      case QUIET -> "No harm is known to go on and no clock runs: evidence first, unseen.";
    };
  }

  private Offer offer(NamedOrder order) {
    List<Stage> stages = new ArrayList<>(order.stages());
    List<Stage> skipped = new ArrayList<>();
    if (is(Question.HOST, Reply.YES)) {
      stages.stream().filter(Stage::atPod).forEach(skipped::add);
      stages.removeAll(skipped);
    }
    return new Offer(order, stages, skipped, price(order, skipped));
  }

  private List<String> price(NamedOrder order, List<Stage> skipped) {
    List<String> price = new ArrayList<>();
    String memory = Situation.spoken(situation.memory());
    switch (order) {
      case QUIET -> {
        harm(price, FREEZE.plus(situation.memory()), "memory and snapshots are taken first");
        memory(price);
      }
      case STOP_THE_HARM -> {
        harm(price, FREEZE, "only the freeze comes first");
        price.add(
            "The intruder notices at once and may destroy what it can; memory ("
                + memory
                + " at a guess of 100 MiB/s) shows what it did after that.");
        price.add("Whoever shares the credentials loses them too.");
        memory(price);
      }
      case RACE_THE_CLOCK -> {
        harm(price, FREEZE.plus(situation.memory()), "snapshots and memory are taken first");
        memory(price);
        price.add("A snapshot is not of the same moment as the memory after it.");
      }
      case API_ONLY ->
          price.add(
              "No memory, no node disk and no runtime state: what logs and a live response do not"
                  + " show is lost.");
    }
    if (!skipped.isEmpty()) {
      price.add(
          "The host is suspected, so what ends at the pod is skipped: the suspect stays connected"
              + " until the node is isolated.");
    }
    return price;
  }

  private void harm(List<String> price, Duration until, String why) {
    if (!is(Question.HARM, Reply.NO)) {
      String more = is(Question.HARM, Reply.YES) ? " more of the harm" : " more of what it may do";
      String said = Situation.spoken(until);
      price.add(
          Character.toUpperCase(said.charAt(0))
              + said.substring(1)
              + more
              + ", since "
              + why
              + ".");
    }
  }

  /** Whether a dump ends before the node does, with the figures. */
  private void memory(List<String> price) {
    String needed = Situation.spoken(situation.memory());
    Optional<Duration> left = situation.left();
    if (left.isPresent()) {
      boolean fits = situation.memory().compareTo(left.get()) < 0;
      price.add(
          "Memory "
              + (fits ? "may be saved" : "is probably lost")
              + ": a dump takes "
              + needed
              + " at a guess of 100 MiB/s, the node has "
              + Situation.spoken(left.get())
              + ".");
    } else if (is(Question.CLOCK, Reply.YES)) {
      price.add("Memory is probably lost: the node may go before a dump ends (" + needed + ").");
    }
  }
}
