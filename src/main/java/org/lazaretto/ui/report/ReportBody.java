package org.lazaretto.ui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lazaretto.report.IncidentReport;
import org.lazaretto.ui.fx.Texts;

/**
 * The report's document as sections of the page, of which nothing is made yet. What is empty is
 * said, not left out.
 */
final class ReportBody {
  private final List<Section> sections = new ArrayList<>();

  private ReportBody() {}

  /**
   * One section.
   *
   * @param title for the list of contents; empty for the cover
   */
  record Section(String title, List<Piece> pieces) {
    Section {
      pieces = List.copyOf(pieces);
    }
  }

  /** The sections of any report are as many, and of the same titles. */
  static List<Section> of(IncidentReport report, Prints prints) {
    ReportBody body = new ReportBody();
    body.cover(report.cover(), report.summary());
    body.summary(report.summary());
    body.timeline(report);
    body.suspects(report.conduct());
    body.actions(report.conduct());
    body.pictures(report.pictures(), prints);
    body.decisions(report.conduct());
    body.evidence(report.evidence());
    body.limits(report.limits());
    body.chain(report.appendices().verification());
    return List.copyOf(body.sections);
  }

  private void cover(IncidentReport.Cover cover, IncidentReport.Summary summary) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(
        box(
            List.of(cover.classification(), cover.title(), cover.subtitle(), cover.stamp()),
            () ->
                List.of(
                    Prose.classified(cover.classification()),
                    Prose.styled(cover.title(), "report-title"),
                    Prose.muted(cover.subtitle()),
                    Prose.muted(cover.stamp()))));
    cover.notices().forEach(notice -> pieces.add(new Piece(notice, () -> Prose.notice(notice))));
    pieces.add(new Piece(cover.facts(), () -> facts(cover.facts())));
    pieces.add(new Piece(summary.figures(), () -> figures(summary.figures())));
    sections.add(new Section("", pieces));
  }

  private static Node facts(List<IncidentReport.Fact> facts) {
    FlowPane beside = new FlowPane(32, 8);
    facts.forEach(fact -> beside.getChildren().add(Prose.fact(fact)));
    return beside;
  }

  private static Node figures(List<IncidentReport.Figure> figures) {
    FlowPane cards = new FlowPane(16, 8);
    for (IncidentReport.Figure figure : figures) {
      Label value = Prose.styled(figure.value(), "report-figure");
      value.setWrapText(false);
      value.setMinWidth(Region.USE_PREF_SIZE);
      VBox card = new VBox(value, Prose.muted(figure.caption()));
      card.getStyleClass().add("report-card");
      cards.getChildren().add(card);
    }
    return cards;
  }

  private void summary(IncidentReport.Summary summary) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(lines(summary.facts(), Prose::text));
    if (!summary.inferences().isEmpty()) {
      String title = Texts.of("report.inferences");
      pieces.add(new Piece(title, () -> Prose.heading(title)));
      pieces.add(lines(summary.inferences(), Prose::text));
    }
    add("report.section.summary", pieces);
  }

  private void timeline(IncidentReport report) {
    Rows rows = new Rows(2);
    report
        .timeline()
        .moments()
        .forEach(moment ->
            rows.add(
                moment,
                () ->
                    List.of(
                        Prose.mono(
                            moment.end().isEmpty()
                                ? moment.start()
                                : moment.start() + " – " + moment.end()),
                        Prose.text(moment.text()))));
    add("report.section.timeline", rows.or("report.empty.timeline"));
  }

  private void suspects(IncidentReport.Conduct conduct) {
    Rows rows = new Rows(3);
    conduct
        .suspects()
        .forEach(s ->
            rows.add(
                s,
                () ->
                    List.of(
                        Prose.mono(s.time()), Prose.name("◆ " + s.pod()), Prose.stack(reason(s)))));
    add("report.section.suspects", rows.or("report.empty.suspects"));
  }

  private static Node[] reason(IncidentReport.Suspect suspect) {
    List<Node> lines = new ArrayList<>(List.of(Prose.text(suspect.reason())));
    suspect.connections().forEach(state -> lines.add(Prose.state(state)));
    return lines.toArray(Node[]::new);
  }

  private void actions(IncidentReport.Conduct conduct) {
    Rows rows = new Rows(3);
    conduct.actions().forEach(a -> rows.add(a, () -> cells(a)));
    List<Piece> pieces = new ArrayList<>(rows.or("report.empty.actions"));
    if (conduct.further() > 0) {
      String further = Texts.of("report.further", conduct.further());
      pieces.add(new Piece(further, () -> Prose.muted(further)));
    }
    add("report.section.actions", pieces);
  }

  private static List<Node> cells(IncidentReport.Action action) {
    return List.of(
        Prose.mono(action.time()),
        Prose.stack(
            Prose.text(action.what()),
            Prose.muted(action.note()),
            Prose.name(action.command()),
            Prose.muted(Texts.of("report.visible", action.visible()))),
        Prose.stack(Prose.state(action.outcome()), Prose.muted(action.proof())));
  }

  private void pictures(List<IncidentReport.Picture> pictures, Prints prints) {
    List<Piece> pieces = new ArrayList<>();
    if (pictures.isEmpty()) {
      String none = Texts.of("report.empty.pictures");
      pieces.add(new Piece(none, () -> Prose.muted(none)));
    }
    for (IncidentReport.Picture picture : pictures) {
      pieces.add(box(picture, () -> print(picture, prints)));
    }
    add("report.section.pictures", pieces);
  }

  private static List<Node> print(IncidentReport.Picture picture, Prints prints) {
    List<Node> parts = new ArrayList<>();
    prints
        .image(picture.hash())
        .ifPresent(image -> parts.add(new MapPrint(image, picture.caption())));
    parts.add(Prose.text(picture.id() + " · " + picture.caption()));
    parts.add(Prose.stack(Prose.state(picture.state()), Prose.name(picture.hash())));
    return parts;
  }

  private void decisions(IncidentReport.Conduct conduct) {
    Rows rows = new Rows(3);
    conduct.choices().forEach(c -> rows.add(c, () -> chosen(c)));
    conduct
        .approvals()
        .forEach(a ->
            rows.add(
                a,
                () ->
                    List.of(
                        Prose.mono(a.time()),
                        Prose.text(Texts.of("report.approval", a.by(), a.wizard(), a.steps())),
                        Prose.name(a.fingerprint()))));
    conduct
        .waivers()
        .forEach(w ->
            rows.add(
                w,
                () ->
                    List.of(
                        Prose.mono(w.time()),
                        Prose.text(
                            Texts.of(
                                w.objects().isEmpty() ? "report.waiver" : "report.waiverOf",
                                w.by(),
                                w.id(),
                                String.join(", ", w.objects()))),
                        Prose.text(w.reason()))));
    conduct
        .ratings()
        .forEach(r ->
            rows.add(
                r,
                () ->
                    List.of(
                        Prose.muted(""),
                        Prose.text(r.measure()),
                        Prose.text(Texts.of("report.rating", r.published(), r.here())))));
    add("report.section.decisions", rows.or("report.empty.decisions"));
  }

  private static List<Node> chosen(IncidentReport.Choice choice) {
    List<Node> price = new ArrayList<>(List.of(Prose.text(choice.reason())));
    choice
        .answers()
        .forEach(words -> price.add(Prose.muted(Texts.of("report.choice.answer", words))));
    choice.price().forEach(words -> price.add(Prose.muted(Texts.of("report.choice.price", words))));
    if (choice.price().isEmpty()) {
      price.add(Prose.muted(Texts.of("report.choice.free")));
    }
    return List.of(
        Prose.mono(choice.time()),
        Prose.stack(
            Prose.text(Texts.of("report.choice", choice.by(), choice.order())),
            Prose.muted(Texts.of("report.choice.proposed", choice.proposed()))),
        Prose.stack(price.toArray(Node[]::new)));
  }

  private void evidence(IncidentReport.Evidence evidence) {
    Rows rows = new Rows(4);
    evidence
        .items()
        .forEach(item ->
            rows.add(
                item,
                () ->
                    List.of(
                        Prose.mono(item.id()),
                        Prose.stack(Prose.text(item.what()), Prose.muted(item.size())),
                        Prose.name(item.hash()),
                        Prose.state(item.custody()))));
    List<Piece> pieces = new ArrayList<>(rows.or("report.empty.evidence"));
    pieces.add(
        box(
            List.of(evidence.total(), evidence.check()),
            () -> List.of(Prose.muted(evidence.total()), Prose.state(evidence.check()))));
    add("report.section.evidence", pieces);
  }

  private void limits(IncidentReport.Limits limits) {
    Rows rows = new Rows(2);
    limits
        .footprint()
        .forEach(c ->
            rows.add(
                c,
                () ->
                    List.of(
                        Prose.mono(c.time()),
                        Prose.stack(Prose.text(c.change()), Prose.name(c.object())))));
    limits
        .gaps()
        .forEach(g ->
            rows.add(
                g,
                () ->
                    List.of(
                        Prose.mono(g.time()),
                        Prose.stack(Prose.text(g.what()), Prose.muted(g.why())))));
    List<Piece> pieces = new ArrayList<>(rows.or("report.empty.limits"));
    if (!limits.noticed().isEmpty()) {
      String title = Texts.of("report.noticed");
      pieces.add(new Piece(title, () -> Prose.text(title)));
      pieces.add(lines(limits.noticed(), Prose::muted));
    }
    if (!limits.unseen().isEmpty()) {
      pieces.add(lines(limits.unseen(), Prose::muted));
    }
    add("report.section.limits", pieces);
  }

  private void chain(IncidentReport.Verification chain) {
    add(
        "report.section.chain",
        List.of(
            box(
                chain,
                () ->
                    List.of(
                        Prose.state(chain.chain()),
                        Prose.text(Texts.of("report.lines", chain.lines())),
                        Prose.name(chain.head()),
                        Prose.muted(Texts.of("report.appendices"))))));
  }

  private void add(String key, List<Piece> pieces) {
    sections.add(new Section(Texts.of(key), pieces));
  }

  private static Piece lines(List<String> words, Function<String, Node> line) {
    return box(words, () -> words.stream().map(line).toList());
  }

  private static Piece box(Object told, Supplier<List<Node>> parts) {
    return new Piece(
        told,
        () -> {
          VBox box = new VBox(8);
          box.getChildren().setAll(parts.get());
          return box;
        });
  }
}
