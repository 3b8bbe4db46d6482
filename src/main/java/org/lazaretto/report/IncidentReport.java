package org.lazaretto.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.lazaretto.journal.Entry;

/**
 * The report as a document without a format. All texts are raw: they may hold hostile names, and
 * whoever renders them escapes them. An empty list is an empty state, which renderers put in words.
 *
 * @param cover what stands on top of the first page
 * @param summary the case in a few sentences and figures
 * @param timeline what happened when
 * @param conduct whom it concerns, what was done and on whose word
 * @param evidence the evidence register
 * @param limits what was changed, what is missing and what nobody looked at
 * @param pictures the map before and after what was done
 * @param appendices every step, every line, every hash, and how to check them
 */
public record IncidentReport(
    Cover cover,
    Summary summary,
    Timeline timeline,
    Conduct conduct,
    Evidence evidence,
    Limits limits,
    List<Picture> pictures,
    Appendices appendices) {
  /** Copies what it is given. */
  public IncidentReport {
    pictures = List.copyOf(pictures);
  }

  /** Derives the document; the same input always gives the same document. */
  public static IncidentReport of(ReportInput input) {
    CaseStory story = CaseStory.of(input);
    return new IncidentReport(
        CoverPage.of(story),
        SummaryText.of(story),
        TimelineDrawing.of(story),
        ConductText.of(story),
        EvidenceRegister.of(story),
        LimitsText.of(story),
        PictureText.of(story),
        AppendixText.of(story));
  }

  /** The map before the first plan and after the last; empty if they cannot both be shown. */
  @JsonIgnore
  public List<Picture> getPair() {
    List<Picture> shown = pictures.stream().filter(Picture::isShown).toList();
    return shown.size() < 2 ? List.of() : List.of(shown.getFirst(), shown.getLast());
  }

  /** A sign and its words. */
  public record State(Sign sign, String text) {}

  /** A named value, with how it stands where that is known. */
  public record Fact(String name, String value, List<State> states) {
    /** Copies what it is given. */
    public Fact {
      states = List.copyOf(states);
    }
  }

  /**
   * The head of the first page.
   *
   * @param stamp when and by what the report was made
   * @param notices what a reader must know before anything else
   */
  public record Cover(
      Classification classification,
      boolean exercise,
      String title,
      String subtitle,
      String stamp,
      List<Fact> facts,
      List<State> notices) {
    /** Copies what it is given. */
    public Cover {
      facts = List.copyOf(facts);
      notices = List.copyOf(notices);
    }
  }

  /** Facts from the journal, apart from what is inferred from them. */
  public record Summary(List<String> facts, List<String> inferences, List<Figure> figures) {
    /** Copies what it is given. */
    public Summary {
      facts = List.copyOf(facts);
      inferences = List.copyOf(inferences);
      figures = List.copyOf(figures);
    }
  }

  /** One number on a card. */
  public record Figure(String value, String caption) {}

  /**
   * A suspect as it was marked.
   *
   * @param connections what its last isolation was proven to do to new and to established
   *     connections; empty if it was never isolated
   */
  public record Suspect(
      String time,
      String pod,
      String uid,
      String node,
      String reason,
      String by,
      List<State> connections) {
    /** Copies what it is given. */
    public Suspect {
      connections = List.copyOf(connections);
    }
  }

  /** What was asked, approved, done and waived. */
  public record Conduct(
      List<Suspect> suspects,
      List<Action> actions,
      int further,
      List<Rating> ratings,
      List<Approval> approvals,
      List<Waiver> waivers,
      List<Choice> choices) {
    /** Copies what it is given. */
    public Conduct {
      suspects = List.copyOf(suspects);
      actions = List.copyOf(actions);
      ratings = List.copyOf(ratings);
      approvals = List.copyOf(approvals);
      waivers = List.copyOf(waivers);
      choices = List.copyOf(choices);
    }
  }

  /**
   * One row of the actions' table.
   *
   * @param visible where an intruder could notice it
   */
  public record Action(
      String time,
      String what,
      String note,
      String command,
      String visible,
      String proof,
      State outcome) {}

  /**
   * A measure as published and as it is in this cluster.
   *
   * @param wizard whose plan carried it out; empty if the journal does not say
   */
  public record Rating(
      String wizard, String measure, String published, String here, List<String> lost) {
    /** Copies what it is given. */
    public Rating {
      lost = List.copyOf(lost);
    }
  }

  /** A plan that somebody approved, with the findings that were on the screen. */
  public record Approval(
      String time,
      String by,
      String wizard,
      int steps,
      String fingerprint,
      List<Entry.FindingNote> findings) {
    /** Copies what it is given. */
    public Approval {
      findings = List.copyOf(findings);
    }
  }

  /**
   * A written reason for going on.
   *
   * @param objects of which objects, with their UIDs; empty if it was about the plan as a whole or
   *     the journal's version did not keep it
   */
  public record Waiver(
      String time, String by, String id, List<String> objects, String reason, boolean needed) {
    /** Copies what it is given. */
    public Waiver {
      objects = List.copyOf(objects);
    }
  }

  /** An order of the wizards that was chosen, with the answers and the price that were shown. */
  public record Choice(
      String time,
      String by,
      String order,
      String proposed,
      String reason,
      List<String> answers,
      List<String> price) {
    /** Copies what it is given. */
    public Choice {
      answers = List.copyOf(answers);
      price = List.copyOf(price);
    }
  }

  /** The register, and what the last re-check said of it. */
  public record Evidence(List<Item> items, String total, State check) {
    /** Copies what it is given. */
    public Evidence {
      items = List.copyOf(items);
    }
  }

  /**
   * One evidence item.
   *
   * @param hash its SHA-256, 64 digits as {@code sha256sum} prints them
   */
  public record Item(
      String id, String what, Source source, String size, String hash, String by, State custody) {
    /** The hash's first twelve digits and its last four, in groups. */
    public String shortHash() {
      return Wording.shortened(hash);
    }
  }

  /** Where an item comes from and where it lies. */
  public record Source(String object, String method, String tool, String taken, String file) {}

  /**
   * What was changed, what is missing, what nobody looked at.
   *
   * @param noticed where an intruder could notice what was done, a sentence each; empty if nothing
   *     was changed
   */
  public record Limits(
      List<Change> footprint, List<String> noticed, List<Missing> gaps, List<String> unseen) {
    /** Copies what it is given. */
    public Limits {
      footprint = List.copyOf(footprint);
      noticed = List.copyOf(noticed);
      gaps = List.copyOf(gaps);
      unseen = List.copyOf(unseen);
    }
  }

  /** One trace that we left on the scene. */
  public record Change(String time, String object, String change, State state) {}

  /** Something that is not known. */
  public record Missing(String time, String what, String why) {}

  /**
   * A picture of the map.
   *
   * @param id its item in the register
   * @param caption what is to be seen, for who cannot see it
   * @param hash its SHA-256, 64 digits
   * @param file its path in the case folder
   * @param base64 the PNG; empty if it is not shown
   * @param state whether the file is still the one of the register
   */
  public record Picture(
      String id,
      String caption,
      String time,
      String hash,
      String file,
      @JsonIgnore String base64,
      State state) {
    /** Whether it is shown. */
    @JsonIgnore
    public boolean isShown() {
      return !base64.isEmpty();
    }
  }

  /** The long tables, and how to check them without us. */
  public record Appendices(List<StepDetail> steps, List<Row> journal, Verification verification) {
    /** Copies what it is given. */
    public Appendices {
      steps = List.copyOf(steps);
      journal = List.copyOf(journal);
    }
  }

  /** One step, exactly. */
  public record StepDetail(
      String id,
      String title,
      String target,
      String command,
      List<Fact> answer,
      String body,
      State outcome) {
    /** Copies what it is given. */
    public StepDetail {
      answer = List.copyOf(answer);
    }
  }

  /** One journal line. */
  public record Row(long number, String at, String by, String kind, String text, String hash) {
    /** The hash's first twelve digits and its last four, in groups. */
    public String shortHash() {
      return Wording.shortened(hash);
    }
  }

  /** How anybody checks the case. */
  public record Verification(long lines, String head, State chain, boolean anchored) {}
}
