package org.lazaretto.ui.report;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lazaretto.report.IncidentReport;
import org.lazaretto.ui.fx.Texts;

/** The report's document as sections of the page. What is empty is said, not left out. */
final class ReportBody {
  private final List<Section> sections = new ArrayList<>();

  private ReportBody() {}

  /**
   * One section.
   *
   * @param title for the list of contents; empty for the cover
   */
  record Section(String title, Node node) {}

  static List<Section> of(IncidentReport report) {
    ReportBody body = new ReportBody();
    body.cover(report.cover(), report.summary());
    body.summary(report.summary());
    body.timeline(report);
    body.conduct(report.conduct());
    body.pictures(report.pictures());
    body.decisions(report.conduct());
    body.evidence(report.evidence());
    body.limits(report.limits());
    body.appendices(report.appendices());
    return List.copyOf(body.sections);
  }

  private void cover(IncidentReport.Cover cover, IncidentReport.Summary summary) {
    VBox box = new VBox(8);
    box.getChildren()
        .addAll(
            Prose.classified(cover.classification()),
            Prose.styled(cover.title(), "report-title"),
            Prose.muted(cover.subtitle()),
            Prose.muted(cover.stamp()));
    cover.notices().forEach(notice -> box.getChildren().add(Prose.notice(notice)));
    Grid facts = new Grid(2);
    for (IncidentReport.Fact fact : cover.facts()) {
      facts.row(Prose.muted(fact.name()), Prose.fact(fact));
    }
    FlowPane figures = new FlowPane(16, 8);
    for (IncidentReport.Figure figure : summary.figures()) {
      Label value = Prose.styled(figure.value(), "report-figure");
      value.setWrapText(false);
      value.setMinWidth(Region.USE_PREF_SIZE);
      VBox card = new VBox(value, Prose.muted(figure.caption()));
      card.getStyleClass().add("report-card");
      figures.getChildren().add(card);
    }
    box.getChildren().addAll(facts, figures);
    sections.add(new Section("", box));
  }

  private void summary(IncidentReport.Summary summary) {
    VBox box = begin("report.section.summary");
    summary.facts().forEach(fact -> box.getChildren().add(Prose.text(fact)));
    if (!summary.inferences().isEmpty()) {
      box.getChildren().add(Prose.heading(Texts.of("report.inferences")));
      summary.inferences().forEach(text -> box.getChildren().add(Prose.text(text)));
    }
  }

  private void timeline(IncidentReport report) {
    Grid grid = new Grid(2);
    report
        .timeline()
        .moments()
        .forEach(moment ->
            grid.row(
                Prose.mono(
                    moment.end().isEmpty()
                        ? moment.start()
                        : moment.start() + " – " + moment.end()),
                Prose.text(moment.text())));
    begin("report.section.timeline").getChildren().add(grid.or("report.empty.timeline"));
  }

  private void conduct(IncidentReport.Conduct conduct) {
    Grid suspects = new Grid(3);
    conduct
        .suspects()
        .forEach(s ->
            suspects.row(Prose.mono(s.time()), Prose.name("◆ " + s.pod()), Prose.stack(reason(s))));
    begin("report.section.suspects").getChildren().add(suspects.or("report.empty.suspects"));
    Grid actions = new Grid(3);
    conduct
        .actions()
        .forEach(a ->
            actions.row(
                Prose.mono(a.time()),
                Prose.stack(
                    Prose.text(a.what()),
                    Prose.muted(a.note()),
                    Prose.name(a.command()),
                    Prose.muted(Texts.of("report.visible", a.visible()))),
                Prose.stack(Prose.state(a.outcome()), Prose.muted(a.proof()))));
    VBox box = begin("report.section.actions");
    box.getChildren().add(actions.or("report.empty.actions"));
    if (conduct.further() > 0) {
      box.getChildren().add(Prose.muted(Texts.of("report.further", conduct.further())));
    }
  }

  private static Node[] reason(IncidentReport.Suspect suspect) {
    List<Node> lines = new ArrayList<>(List.of(Prose.text(suspect.reason())));
    suspect.connections().forEach(state -> lines.add(Prose.state(state)));
    return lines.toArray(Node[]::new);
  }

  private void pictures(List<IncidentReport.Picture> pictures) {
    VBox box = begin("report.section.pictures");
    if (pictures.isEmpty()) {
      box.getChildren().add(Prose.muted(Texts.of("report.empty.pictures")));
    }
    for (IncidentReport.Picture picture : pictures) {
      if (picture.isShown()) {
        box.getChildren().add(new MapPrint(picture));
      }
      box.getChildren()
          .addAll(
              Prose.text(picture.id() + " · " + picture.caption()),
              Prose.stack(Prose.state(picture.state()), Prose.name(picture.hash())));
    }
  }

  private void decisions(IncidentReport.Conduct conduct) {
    Grid grid = new Grid(3);
    conduct
        .approvals()
        .forEach(a ->
            grid.row(
                Prose.mono(a.time()),
                Prose.text(Texts.of("report.approval", a.by(), a.wizard(), a.steps())),
                Prose.name(a.fingerprint())));
    conduct
        .waivers()
        .forEach(w ->
            grid.row(
                Prose.mono(w.time()),
                Prose.text(Texts.of("report.waiver", w.by(), w.id())),
                Prose.text(w.reason())));
    conduct
        .ratings()
        .forEach(r ->
            grid.row(
                Prose.muted(""),
                Prose.text(r.measure()),
                Prose.text(Texts.of("report.rating", r.published(), r.here()))));
    begin("report.section.decisions").getChildren().add(grid.or("report.empty.decisions"));
  }

  private void evidence(IncidentReport.Evidence evidence) {
    Grid grid = new Grid(4);
    evidence
        .items()
        .forEach(item ->
            grid.row(
                Prose.mono(item.id()),
                Prose.stack(Prose.text(item.what()), Prose.muted(item.size())),
                Prose.name(item.hash()),
                Prose.state(item.custody())));
    VBox box = begin("report.section.evidence");
    box.getChildren().add(grid.or("report.empty.evidence"));
    box.getChildren().addAll(Prose.muted(evidence.total()), Prose.state(evidence.check()));
  }

  private void limits(IncidentReport.Limits limits) {
    Grid grid = new Grid(2);
    limits
        .footprint()
        .forEach(c ->
            grid.row(
                Prose.mono(c.time()), Prose.stack(Prose.text(c.change()), Prose.name(c.object()))));
    limits
        .gaps()
        .forEach(g ->
            grid.row(
                Prose.mono(g.time()), Prose.stack(Prose.text(g.what()), Prose.muted(g.why()))));
    VBox box = begin("report.section.limits");
    box.getChildren().add(grid.or("report.empty.limits"));
    if (!limits.noticed().isEmpty()) {
      box.getChildren().add(Prose.text(Texts.of("report.noticed")));
      limits.noticed().forEach(text -> box.getChildren().add(Prose.muted(text)));
    }
    limits.unseen().forEach(text -> box.getChildren().add(Prose.muted(text)));
  }

  private void appendices(IncidentReport.Appendices appendices) {
    VBox box = begin("report.section.chain");
    IncidentReport.Verification chain = appendices.verification();
    box.getChildren()
        .addAll(
            Prose.state(chain.chain()),
            Prose.text(Texts.of("report.lines", chain.lines())),
            Prose.name(chain.head()),
            Prose.muted(Texts.of("report.appendices")));
  }

  private VBox begin(String key) {
    VBox box = new VBox(8);
    String title = Texts.of(key);
    box.getChildren().add(Prose.styled(title, "report-heading"));
    sections.add(new Section(title, box));
    return box;
  }
}
