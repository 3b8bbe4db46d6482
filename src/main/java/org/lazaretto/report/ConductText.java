package org.lazaretto.report;

import java.util.List;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.Connections;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.Wizard;
import org.lazaretto.report.IncidentReport.Approval;
import org.lazaretto.report.IncidentReport.Choice;
import org.lazaretto.report.IncidentReport.Conduct;
import org.lazaretto.report.IncidentReport.Rating;
import org.lazaretto.report.IncidentReport.State;
import org.lazaretto.report.IncidentReport.Suspect;
import org.lazaretto.report.IncidentReport.Waiver;

/** Whom the case concerns, what was done, and on whose word. */
final class ConductText {
  private ConductText() {}

  static Conduct of(CaseStory story) {
    ActionTable table = ActionTable.of(story);
    return new Conduct(
        suspects(story),
        table.rows(),
        table.further(),
        ratings(story),
        approvals(story),
        waivers(story),
        choices(story));
  }

  private static List<Suspect> suspects(CaseStory story) {
    return story.suspects().stream()
        .map(mark -> {
          Entry.SuspectMarked entry = mark.entry();
          return new Suspect(
              story.times().brief(mark.at()),
              entry.pod().path(),
              entry.pod().uid(),
              entry.node(),
              entry.reason(),
              mark.line().operator(),
              connections(story, entry.pod().uid()));
        })
        .toList();
  }

  private static List<State> connections(CaseStory story, String uid) {
    return story.all(Entry.Isolated.class).stream()
        .filter(told -> told.entry().pod().uid().equals(uid))
        .reduce((_, later) -> later)
        .map(told -> {
          Connections seen = told.entry().connections();
          boolean over = recovered(story, told.line().number());
          return List.of(
              state("new connections: ", seen.fresh(), over),
              state("established connections: ", seen.established(), over));
        })
        .orElse(List.of());
  }

  private static boolean recovered(CaseStory story, long since) {
    return story.all(Entry.Approved.class).stream()
        .anyMatch(approved ->
            approved.line().number() > since
                && approved.entry().wizard().equals(Wizard.RECOVER.word()));
  }

  /** What was proven before a recovery says nothing of the time after it. */
  private static State state(String what, Connections.State seen, boolean over) {
    return over
        ? new State(Sign.OPEN, what + Wording.state(seen) + ", before the recovery")
        : state(what, seen);
  }

  private static State state(String what, Connections.State seen) {
    Sign sign =
        switch (seen) {
          case BLOCKED -> Sign.GOOD;
          case OPEN -> Sign.BAD;
          case CANNOT_TELL -> Sign.OPEN;
        };
    return new State(sign, what + Wording.state(seen));
  }

  private static List<Rating> ratings(CaseStory story) {
    return story.all(Entry.Rated.class).stream()
        .map(CaseStory.At::entry)
        .map(rated ->
            new Rating(
                wizard(story, rated.fingerprint()),
                rated.measure(),
                rated.published(),
                rated.here(),
                rated.lost()))
        .distinct()
        .toList();
  }

  private static String wizard(CaseStory story, String fingerprint) {
    return story.all(Entry.Approved.class).stream()
        .map(CaseStory.At::entry)
        .filter(approved -> approved.fingerprint().equals(fingerprint))
        .map(Entry.Approved::wizard)
        .findFirst()
        .orElse("");
  }

  private static List<Approval> approvals(CaseStory story) {
    return story.all(Entry.Approved.class).stream()
        .map(at ->
            new Approval(
                story.times().brief(at.at()),
                at.line().operator(),
                at.entry().wizard(),
                at.entry().steps(),
                at.entry().fingerprint(),
                at.entry().findings()))
        .toList();
  }

  private static List<Waiver> waivers(CaseStory story) {
    return story.all(Entry.Waived.class).stream()
        .map(at ->
            new Waiver(
                story.times().brief(at.at()),
                at.line().operator(),
                at.entry().id(),
                at.entry().objects().stream().map(ObjectRef::identified).toList(),
                at.entry().reason(),
                at.entry().needed()))
        .toList();
  }

  private static List<Choice> choices(CaseStory story) {
    return story.all(Entry.OrderChosen.class).stream()
        .map(at ->
            new Choice(
                story.times().brief(at.at()),
                at.line().operator(),
                at.entry().order(),
                at.entry().proposed(),
                at.entry().reason(),
                at.entry().answers(),
                at.entry().price()))
        .toList();
  }
}
