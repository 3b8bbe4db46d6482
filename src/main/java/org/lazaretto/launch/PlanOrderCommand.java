package org.lazaretto.launch;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.plan.Wizard;
import org.lazaretto.plan.order.Answer;
import org.lazaretto.plan.order.NamedOrder;
import org.lazaretto.plan.order.Offer;
import org.lazaretto.plan.order.Proposal;
import org.lazaretto.plan.order.Question;
import org.lazaretto.plan.order.Stage;
import org.lazaretto.session.CaseDesk;
import org.lazaretto.session.ClusterSession;
import org.lazaretto.session.OrderChoice;
import org.lazaretto.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "order",
    description = {
      "Proposes in which order the wizards come, from the live state, with the price of each.",
      "With --choose and --case the choice is journalled. Sends nothing to the cluster but reads."
    })
final class PlanOrderCommand implements Callable<Integer> {
  private final Clusters clusters;
  private final Cases cases;
  private final Console console;
  @Mixin private GlobalOptions options = new GlobalOptions();

  @Option(
      names = "--suspect",
      required = true,
      arity = "1..*",
      paramLabel = "NS/POD",
      description = "The compromised pods.")
  private List<String> suspects = List.of();

  @Option(
      names = "--answer",
      paramLabel = "QUESTION=REPLY",
      description = "Your own answer: harm, clock, reach or host = yes, no or unknown; repeatable.")
  private Map<Question, Answer.Reply> given = new EnumMap<>(Question.class);

  @Option(
      names = "--choose",
      paramLabel = "ORDER",
      description = "quiet, stop-the-harm, race-the-clock or api-only.")
  private Optional<String> chosen = Optional.empty();

  @Option(
      names = "--case",
      paramLabel = "DIR",
      description = "The case folder; it is made if there is none.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--operator",
      paramLabel = "NAME",
      description = "Who chooses: name and role (default: the OS account).")
  private Optional<String> operator = Optional.empty();

  @Option(
      names = "--reason",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "Why this order, for the report.")
  private String reason = "";

  PlanOrderCommand(Clusters clusters, Cases cases, Console console) {
    this.clusters = clusters;
    this.cases = cases;
    this.console = console;
  }

  @Override
  public Integer call() throws SessionException, InterruptedException {
    Optional<NamedOrder> order = chosen();
    try (ClusterSession session = clusters.open(options)) {
      session.gaps().forEach(gap -> console.say("not seen: " + gap));
      Proposal proposal = session.orders(session.suspects(suspects), given);
      if (options.json()) {
        console.json(document(proposal));
      } else {
        print(proposal);
      }
      if (order.isPresent()) {
        record(session, proposal, order.get());
      }
      return ExitStatus.HOLDS;
    }
  }

  private Optional<NamedOrder> chosen() throws SessionException {
    if (chosen.isPresent() != folder.isPresent()) {
      throw usage("--choose and --case belong together: the choice is journalled in the case.");
    }
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    for (NamedOrder order : NamedOrder.values()) {
      if (order.word().equals(chosen.get())) {
        return Optional.of(order);
      }
    }
    throw usage(
        "'" + chosen.get() + "' is no order: quiet, stop-the-harm, race-the-clock, api-only.");
  }

  private static SessionException usage(String text) {
    return new SessionException(SessionException.Kind.USAGE, text + " Nothing was changed.");
  }

  private void record(ClusterSession session, Proposal proposal, NamedOrder order)
      throws SessionException {
    Path where = folder.orElseThrow();
    CaseInfo fresh =
        new CaseInfo(Cases.id(where), "Incident on " + session.cluster().name(), "", "", false);
    try (CaseDesk desk = CaseDesk.openOrCreate(cases.at(where), fresh, cases.place(operator))) {
      OrderChoice.record(session, desk, proposal, order, reason);
    }
    console.say("journalled: order " + order.word() + " in " + where);
  }

  private void print(Proposal proposal) {
    for (Answer answer : proposal.answers()) {
      console.print(
          "%-55s %-8s %s"
              .formatted(answer.question().asked(), answer.reply().word(), answer.because()));
    }
    console.print("");
    console.print("proposed: " + proposal.proposed().word() + ". " + proposal.why());
    for (Offer offer : proposal.offers()) {
      console.print("");
      console.print((offer.order() == proposal.proposed() ? "* " : "  ") + offer.order().word());
      console.print(
          "    " + offer.stages().stream().map(Stage::title).collect(Collectors.joining(" > ")));
      offer.skipped().forEach(stage -> console.print("    skipped: " + stage.title()));
      offer.price().forEach(price -> console.print("    price: " + price));
    }
  }

  private static Map<String, Object> document(Proposal proposal) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("answers", proposal.answers().stream().map(PlanOrderCommand::answer).toList());
    document.put("proposed", proposal.proposed().word());
    document.put("why", proposal.why());
    document.put("orders", proposal.offers().stream().map(PlanOrderCommand::offer).toList());
    return document;
  }

  private static Map<String, Object> answer(Answer answer) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("question", answer.question().word());
    row.put("reply", answer.reply().word());
    row.put("because", answer.because());
    row.put("given", answer.given());
    return row;
  }

  private static Map<String, Object> offer(Offer offer) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("order", offer.order().word());
    row.put("stages", offer.stages().stream().map(PlanOrderCommand::stage).toList());
    row.put("skipped", offer.skipped().stream().map(PlanOrderCommand::stage).toList());
    row.put("price", offer.price());
    return row;
  }

  private static Map<String, String> stage(Stage stage) {
    return Map.of("title", stage.title(), "wizard", stage.wizard().map(Wizard::word).orElse(""));
  }
}
