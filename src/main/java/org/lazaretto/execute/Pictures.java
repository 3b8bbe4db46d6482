package org.lazaretto.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lazaretto.graph.MapMarks;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceDraft;
import org.lazaretto.journal.Journal;
import org.lazaretto.journal.JournalException;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Wizard;

/**
 * Keeps pictures of the map before and after a plan in the case. They are drawn from what was
 * observed and registered as such. A picture that cannot be drawn, or not in time, is a gap and
 * holds nothing up; a journal that cannot be written does.
 */
public final class Pictures {
  /** The media type by which a picture is told from an answer of the server. */
  public static final String PNG = "image/png";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Plan plan;
  private final Journal journal;
  private final Timing timing;
  private final String tool;
  private final BiFunction<ClusterSnapshot, MapMarks, byte[]> drawing;

  /** When a picture is taken. */
  public enum Moment {
    BEFORE,
    AFTER;

    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Pictures about a plan.
   *
   * @param seen what is observed before it
   * @param tool this product and its version, for the custody record
   */
  public Pictures(Plan plan, ClusterSnapshot seen, Journal journal, Timing timing, String tool) {
    this(plan, new MapDrawing(seen)::draw, journal, timing, tool);
  }

  Pictures(
      Plan plan,
      BiFunction<ClusterSnapshot, MapMarks, byte[]> drawing,
      Journal journal,
      Timing timing,
      String tool) {
    this.plan = plan;
    this.journal = journal;
    this.timing = timing;
    this.tool = tool;
    this.drawing = drawing;
  }

  /** Whether a plan changes what the map shows: a plan that only reads needs no pictures. */
  public static boolean worthwhile(Plan plan) {
    return plan.steps().stream().anyMatch(step -> !(step instanceof CaptureStep));
  }

  /**
   * Draws what is seen and keeps it.
   *
   * @param suspects the pods that are marked
   * @throws JournalException if it cannot be written; then no change may be sent
   */
  public void keep(Moment moment, ClusterSnapshot seen, List<PodRef> suspects)
      throws JournalException {
    Instant started = timing.clock().instant();
    Set<String> uids = suspects.stream().map(PodRef::uid).collect(Collectors.toSet());
    MapMarks marks = MapDrawing.marks(journal, uids);
    String what = "map " + moment.word() + " the plan to " + told(plan.wizard());
    CompletableFuture<byte[]> picture =
        CompletableFuture.supplyAsync(() -> drawing.apply(seen, marks), timing.executor());
    try {
      byte[] png = picture.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      journal.keep(draft(what + ": " + MapDrawing.told(seen, uids), seen, started), png);
    } catch (ExecutionException e) {
      gap(what, "it could not be drawn: " + e.getCause());
    } catch (TimeoutException e) {
      gap(what, "it was not drawn within " + PATIENCE.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      gap(what, "drawing it was interrupted");
    }
  }

  private static String told(Wizard wizard) {
    return wizard == Wizard.CREDENTIALS ? "revoke credentials" : wizard.word();
  }

  private void gap(String what, String why) throws JournalException {
    journal.write(new Entry.Gap(what, why));
  }

  private EvidenceDraft draft(String what, ClusterSnapshot seen, Instant started) {
    ObjectRef cluster = new ObjectRef("v1", "Namespace", "", "kube-system", seen.cluster().uid());
    return new EvidenceDraft(
        what,
        cluster,
        "drawn from what was observed up to " + seen.asOf() + "; plan " + plan.fingerprint(),
        tool,
        started,
        EvidenceClass.API_STATE,
        PNG);
  }

  /** What has to be seen of the cluster before a picture shows what a run has done. */
  public static Predicate<ClusterSnapshot> effects(RunResult result) {
    return seen -> result.steps().stream().allMatch(step -> shows(seen, step));
  }

  /** The map shows of a node's fields whether it takes pods; a recovery gives that back. */
  private static boolean shows(ClusterSnapshot seen, String node, FieldEdit edit) {
    return !(edit instanceof FieldEdit.Value(var pointer, _, var wanted))
        || !pointer.equals("/spec/unschedulable")
        || seen.node(node)
            .map(found -> found.unschedulable() == wanted.filter("true"::equals).isPresent())
            .orElse(true);
  }

  private static boolean shows(ClusterSnapshot seen, StepResult result) {
    if (!(result.outcome() instanceof StepOutcome.Done)) {
      return true;
    }
    return switch (result.step()) {
      case NodeStep.CordonNode(_, var node, _) ->
          seen.node(node.name()).map(found -> found.unschedulable()).orElse(true);
      case EvacuateStep.EvictPod evict -> seen.pod(evict.pod().uid()).isEmpty();
      case EvacuateStep.RestartRollout restart ->
          restart.leaving().stream().allMatch(pod -> seen.pod(pod.uid()).isEmpty());
      case ContainStep.EditFields(_, var target, _, var edits, _)
          when target.kind().equals("Node") ->
          edits.stream().allMatch(edit -> shows(seen, target.name(), edit));
      case EvacuateStep.ProveNothingNew _, CaptureStep.KeepResponse _, ContainStep _ -> true;
      case DisposeStep dispose ->
          dispose.losing().stream().allMatch(pod -> seen.pod(pod.uid()).isEmpty());
    };
  }
}
