package org.lazaretto.report;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.port.Exchange;
import org.lazaretto.report.IncidentReport.Appendices;
import org.lazaretto.report.IncidentReport.Fact;
import org.lazaretto.report.IncidentReport.Row;
import org.lazaretto.report.IncidentReport.StepDetail;
import org.lazaretto.report.IncidentReport.Verification;

/** The long tables, for those who check. */
final class AppendixText {
  private AppendixText() {}

  static Appendices of(CaseStory story) {
    List<JournalLine> lines = story.input().lines();
    TakenBack back = new TakenBack(story);
    return new Appendices(
        story.traces().stream().map(trace -> step(trace, back)).toList(),
        lines.stream().map(AppendixText::row).toList(),
        new Verification(
            lines.size(),
            lines.isEmpty() ? "" : lines.getLast().hash(),
            CoverPage.chain(story.input().chain()),
            story.input().chain().anchored()));
  }

  private static Row row(JournalLine line) {
    EntryText text = EntryText.of(line.entry());
    return new Row(
        line.number(),
        Times.exact(line.at()),
        line.operator(),
        text.kind(),
        text.text(),
        line.hash());
  }

  private static StepDetail step(StepTrace trace, TakenBack back) {
    return new StepDetail(
        trace.step(),
        trace.title(),
        target(trace.target()),
        trace.note().map(Entry.StepNote::command).orElse(""),
        answer(trace),
        trace.exchange().map(Exchange::body).orElse(""),
        back.state(trace));
  }

  private static String target(ObjectRef target) {
    String uid = target.uid().isEmpty() ? "no uid" : "uid " + target.uid();
    return target.apiVersion() + " " + target.spoken() + " (" + uid + ")";
  }

  private static List<Fact> answer(StepTrace trace) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "begun", Times.exact(trace.first().at()) + ", line " + trace.first().number());
    add(facts, "playbook", trace.note().map(Entry.StepNote::playbook).orElse(""));
    add(facts, "an intruder could notice it in", trace.visible());
    trace
        .outcome()
        .ifPresent(ended -> add(facts, "outcome", ended.outcome() + ": " + ended.text()));
    trace
        .reading()
        .ifPresent(read ->
            add(
                facts,
                read.reopened() ? "read on reopening" : "read again",
                Times.exact(read.at()) + ", " + read.verdict() + ": " + read.text()));
    trace.exchange().ifPresent(exchange -> exchange(facts, exchange));
    return facts;
  }

  private static void exchange(List<Fact> facts, Exchange exchange) {
    String answer = exchange.status() == 0 ? "no answer" : Integer.toString(exchange.status());
    add(facts, "request", exchange.request() + " → " + answer);
    add(facts, "Audit-Id", exchange.auditId());
    add(facts, "resourceVersion", exchange.resourceVersion());
  }

  private static void add(List<Fact> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(name, value, List.of()));
    }
  }
}
