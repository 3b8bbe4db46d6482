package org.lazaretto.ui.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.order.Answer;
import org.lazaretto.plan.order.NamedOrder;
import org.lazaretto.plan.order.Offer;
import org.lazaretto.plan.order.Proposal;
import org.lazaretto.plan.order.Question;
import org.lazaretto.plan.order.Stage;
import org.lazaretto.session.OrderChoice;
import org.lazaretto.ui.fx.Texts;

/** The words for the order of the wizards; safe to show. */
final class OrderWords {
  private OrderWords() {}

  /** The line of the last choice in a journal. */
  static Optional<JournalLine> lastChoice(List<JournalLine> lines) {
    return lines.reversed().stream()
        .filter(line -> line.entry() instanceof Entry.OrderChosen)
        .findFirst();
  }

  /** The order that was chosen in that line; empty if only a newer version knows it. */
  static Optional<NamedOrder> chosenOrder(JournalLine line) {
    return line.entry() instanceof Entry.OrderChosen chosen
        ? Arrays.stream(NamedOrder.values())
            .filter(order -> order.word().equals(chosen.order()))
            .findFirst()
        : Optional.empty();
  }

  /** The responder's own answers in that line. */
  static Map<Question, Answer.Reply> given(JournalLine line) {
    return line.entry() instanceof Entry.OrderChosen chosen ? OrderChoice.given(chosen) : Map.of();
  }

  /** Who chose what before, when and why. */
  static String earlier(JournalLine line) {
    String reason = line.entry() instanceof Entry.OrderChosen chosen ? chosen.reason() : "";
    String order =
        line.entry() instanceof Entry.OrderChosen chosen
            ? chosenOrder(line).map(OrderWords::name).orElse(chosen.order())
            : "";
    return Texts.of(
        reason.isBlank() ? "shell.order.earlier" : "shell.order.earlier.why",
        HostileText.visible(order),
        Times.clock(line.at()),
        HostileText.visible(line.operator()),
        HostileText.visible(reason));
  }

  static String name(NamedOrder order) {
    return Texts.of("shell.order.name." + order.word());
  }

  static String reply(Answer.Reply reply) {
    return Texts.of("shell.order.reply." + reply.word());
  }

  /** Where an answer comes from. */
  static String source(Answer answer) {
    return answer.given()
        ? Texts.of("shell.order.given")
        : Texts.of("shell.order.seen", HostileText.visible(answer.because()));
  }

  static String proposed(Proposal proposal) {
    return Texts.of("shell.order.proposed", name(proposal.proposed()), proposal.why());
  }

  /** What is done, first to last. */
  static String stages(Offer offer) {
    return offer.stages().stream().map(Stage::title).collect(Collectors.joining(" → "));
  }

  /** What the order costs here, a sentence each, and what it skips. */
  static List<String> price(Offer offer) {
    List<String> lines = new ArrayList<>();
    offer.price().stream()
        .map(price -> Texts.of("shell.order.price", HostileText.visible(price)))
        .forEach(lines::add);
    if (lines.isEmpty()) {
      lines.add(Texts.of("shell.order.free"));
    }
    if (!offer.skipped().isEmpty()) {
      lines.add(
          Texts.of(
              "shell.order.skipped",
              offer.skipped().stream().map(Stage::title).collect(Collectors.joining(", "))));
    }
    return lines;
  }

  /** All of a proposal, line by line. */
  static List<String> lines(Proposal proposal) {
    List<String> lines = new ArrayList<>();
    for (Answer answer : proposal.answers()) {
      lines.add(
          "%s %s (%s)".formatted(answer.question().asked(), reply(answer.reply()), source(answer)));
    }
    lines.add(proposed(proposal));
    for (Offer offer : proposal.offers()) {
      lines.add("");
      lines.add(name(offer.order()));
      lines.add("  " + stages(offer));
      price(offer).forEach(line -> lines.add("  " + line));
    }
    return lines;
  }
}
