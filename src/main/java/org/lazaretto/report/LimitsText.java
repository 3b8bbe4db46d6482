package org.lazaretto.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceDraft;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.report.IncidentReport.Change;
import org.lazaretto.report.IncidentReport.Limits;
import org.lazaretto.report.IncidentReport.State;

/** What we changed on the scene, and what nobody looked at. */
final class LimitsText {
  private static final String EACH = "each of them";

  private LimitsText() {}

  static Limits of(CaseStory story) {
    return new Limits(footprint(story), Noticed.of(story), GapList.of(story), unseen(story));
  }

  /** The same change of objects of a kind stands in one row; their UIDs are in appendix A. */
  private static List<Change> footprint(CaseStory story) {
    Map<String, List<StepTrace>> rows = new LinkedHashMap<>();
    for (StepTrace trace : story.traces()) {
      if (mayHaveChanged(trace)) {
        boolean alone = StepState.of(trace).sign() != Sign.GOOD;
        String same = trace.fingerprint() + trace.target().kind() + change(trace, EACH);
        String key = same + (alone ? trace.first().number() : "");
        rows.computeIfAbsent(key, _ -> new ArrayList<>()).add(trace);
      }
    }
    TakenBack back = new TakenBack(story);
    return rows.values().stream().map(row -> change(story, row, back)).toList();
  }

  private static Change change(CaseStory story, List<StepTrace> row, TakenBack back) {
    StepTrace first = row.getFirst();
    List<String> paths = row.stream().map(trace -> trace.target().path()).distinct().toList();
    String objects =
        paths.size() == 1
            ? first.target().spoken() + uid(first.target().uid())
            : Wording.count(paths.size(), first.target().kind()) + ": " + String.join(", ", paths);
    return new Change(
        story.times().brief(first.first().at()),
        objects,
        change(first, paths.size() == 1 ? first.target().spoken() : EACH),
        state(row, back));
  }

  private static State state(List<StepTrace> row, TakenBack back) {
    State read = StepState.of(row.getFirst());
    List<Instant> ends = row.stream().flatMap(trace -> back.at(trace).stream()).sorted().toList();
    return ends.size() < row.size() ? read : back.over(read, ends.getLast());
  }

  private static String uid(String uid) {
    return uid.isEmpty() ? "" : " (uid " + uid + ")";
  }

  /** Whether a step changed something, or nobody can say that it did not. */
  static boolean mayHaveChanged(StepTrace trace) {
    if (trace.reads()) {
      return false;
    }
    return switch (trace.outcomeWord()) {
      case "refused", "not-started", "already-so" -> false;
      case "failed" -> trace.reading().isPresent();
      default -> true;
    };
  }

  /**
   * What was changed.
   *
   * @param object how the object is called in it
   */
  private static String change(StepTrace trace, String object) {
    String sure = trace.outcomeWord().equals("done") || CaseStory.holds(trace) ? "" : "perhaps: ";
    return sure
        + switch (trace.action()) {
          case "cordon-node" ->
              "spec.unschedulable set to true, and the taint that follows from it";
          case "evict-pod" -> "removed by eviction; its controller makes another pod";
          case "restart-rollout" ->
              "annotation kubectl.kubernetes.io/restartedAt set on the template; a new revision"
                  + " and new pods";
          case "probe-ingress" ->
              "pods called lazaretto-probe-… were made in its namespace to connect to it, and"
                  + " removed, unless a step says that one is left";
          case "look-inside" ->
              "commands that list connections and try one were run in it (T-35): processes that"
                  + " have ended, no file was written; access times and memory are not as before";
          default -> trace.title().replace(trace.target().spoken(), object);
        };
  }

  private static List<String> unseen(CaseStory story) {
    Set<EvidenceClass> kept = EnumSet.noneOf(EvidenceClass.class);
    story.all(Entry.EvidenceTaken.class).stream()
        .map(at -> at.entry().item().draft())
        .filter(EvidenceDraft::captures)
        .forEach(draft -> kept.add(draft.kind()));
    List<String> unseen = new ArrayList<>();
    for (EvidenceClass kind : EvidenceClass.values()) {
      if (!kept.contains(kind)) {
        unseen.add(nothingOf(kind));
      }
    }
    unseen.add(
        "Credentials: which tokens, keys and roles the suspects could use, and whether they did.");
    unseen.add("Network flows of the suspects, and the cloud account's own logs.");
    unseen.add("Workloads that nobody marked: none of them was examined for compromise.");
    return unseen;
  }

  private static String nothingOf(EvidenceClass kind) {
    return switch (kind) {
      case API_STATE -> "State of the API objects: no manifest, status or log was kept.";
      case MEMORY -> "Memory of the nodes and containers: nothing was captured.";
      case PROCESSES -> "Processes and open connections inside the suspects: nothing was captured.";
      case CONTAINER_LAYER -> "Writable layers of the suspects' containers: not captured.";
      case NODE_DISK -> "Disks of the nodes: no snapshot was taken.";
      case VOLUMES -> "Persistent volumes: no snapshot was taken.";
      case CLUSTER -> "Audit log and control plane logs of the cluster: nothing was captured.";
      case IMAGE -> "Images of the suspects: neither pulled nor scanned.";
    };
  }
}
