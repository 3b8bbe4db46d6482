package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.execute.Patience;
import org.lazaretto.execute.RunResult;
import org.lazaretto.execute.Waiver;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;

/** Somebody with a case and a suspect on a plot, who waives whatever holds a plan. */
final class Responder implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Patience PATIENCE = new Patience(LONG, LONG, LONG, SHORT, SHORT, SHORT);

  private final Ground ground;
  private final Workplace place;
  final Path folder;
  final Plot plot;
  final Pod suspect;
  final CaseDesk desk;

  private Responder(
      Ground ground, Workplace place, Path folder, Plot plot, Pod suspect, CaseDesk desk) {
    this.ground = ground;
    this.place = place;
    this.folder = folder;
    this.plot = plot;
    this.suspect = suspect;
    this.desk = desk;
  }

  /** Who marks a pod of the plot's application. */
  static Responder on(Ground ground, Workplace place, Path folder, Plot plot)
      throws SessionException {
    Pod suspect =
        ground.session.snapshot().pods().stream()
            .filter(pod -> pod.labels().getOrDefault("app", "").equals("app"))
            .findFirst()
            .orElseThrow();
    CaseDesk desk = opened(place, folder, plot);
    desk.mark(List.of(suspect.ref()), ground.session.snapshot(), "a trial");
    return new Responder(ground, place, folder, plot, suspect, desk);
  }

  /** The same one, before a case with the bytes of that folder. */
  Responder reopened(Path left) throws SessionException {
    desk.close();
    return new Responder(ground, place, left, plot, suspect, opened(place, left, plot));
  }

  /** Somebody else with the same suspect and a case of his own. */
  Responder colleague(Path folder) throws SessionException {
    CaseDesk other = opened(place, folder, plot);
    other.mark(List.of(suspect.ref()), ground.session.snapshot(), "a trial");
    return new Responder(ground, place, folder, plot, suspect, other);
  }

  private static CaseDesk opened(Workplace place, Path at, Plot plot) throws SessionException {
    return CaseDesk.openOrCreate(
        new CaseFolders().at(at), new CaseInfo(plot.name(), "a trial", "", "", true), place);
  }

  Plan plan(Task task) throws SessionException {
    return plan(task.request(suspect.ref(), plot.name()));
  }

  Plan plan(Request request) throws SessionException {
    return ground.session.plan(request, Optional.empty(), desk.journal().lines());
  }

  /** Carries a plan out; what holds it is waived, but for some findings. */
  RunResult carryOut(Plan plan, Set<String> unwaived, Progress progress, Cancellation cancellation)
      throws SessionException {
    List<Waiver> waivers = new ArrayList<>();
    plan.findings().stream()
        .filter(Finding::waivable)
        .map(Finding::id)
        .filter(id -> !unwaived.contains(id))
        .distinct()
        .forEach(id -> waivers.addAll(Waiver.shownBy(plan, id, "a trial")));
    for (EvidenceClass kind : EvidenceClass.values()) {
      waivers.addAll(Waiver.shownBy(plan, kind.guard(), "a trial"));
    }
    Order order = new Order(plan, plan.fingerprint(), waivers, "a trial");
    return new Undertaking(ground.session, desk, place, progress, PATIENCE, Responder::pictured)
        .carryOut(order, cancellation);
  }

  /** Pictures are most of what a run costs, so that only one task has them. */
  private static boolean pictured(Plan plan) {
    return plan.request() instanceof Request.Dispose(_, var way, _) && way == Disposal.FOREGROUND;
  }

  /** Carries a plan out undisturbed, and waits until what it did is seen. */
  void carriesOut(Plan plan) throws SessionException {
    RunResult result = carryOut(plan, Set.of(), Progress.SILENT, new Cancellation());
    assertThat(result).as(result.steps().toString()).isInstanceOf(RunResult.AllHold.class);
    ground.untilSeen();
  }

  @Override
  public void close() {
    desk.close();
  }
}
