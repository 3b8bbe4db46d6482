package org.lazaretto.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.execute.RunResult;
import org.lazaretto.execute.Waiver;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.WalkthroughStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Wizard;
import org.lazaretto.session.SessionException.Kind;

/** Plays a scenario's reference walkthrough through the same core that a responder uses. */
public final class Walkthrough {
  private final Opener opener;
  private final CaseDesk desk;
  private final Workplace place;
  private final Progress progress;
  private final List<String> suspects = new ArrayList<>();

  /** Reaches the practice world anew for each step, as separate commands would. */
  @FunctionalInterface
  public interface Opener {
    /** A session that the caller closes. */
    ClusterSession open() throws SessionException, InterruptedException;
  }

  /** Plays on what the opener reaches, into that case. */
  public Walkthrough(Opener opener, CaseDesk desk, Workplace place, Progress progress) {
    this.opener = opener;
    this.desk = desk;
    this.place = place;
    this.progress = progress;
  }

  /**
   * Plays one step.
   *
   * @return how its run ended; empty where nothing is run, as for a mark
   * @throws SessionException USAGE if the scenario asks for something unknown
   */
  public Optional<RunResult> play(WalkthroughStep step, Cancellation cancellation)
      throws SessionException, InterruptedException {
    try (ClusterSession session = opener.open()) {
      return switch (step.action()) {
        case "mark" -> {
          mark(session, step);
          yield Optional.empty();
        }
        case "report" -> Optional.empty();
        case "freeze", "cordon", "evacuate" -> Optional.of(run(session, step, cancellation));
        default ->
            throw new SessionException(
                Kind.USAGE, "The walkthrough has no step '" + step.action() + "'.");
      };
    }
  }

  private void mark(ClusterSession session, WalkthroughStep step) throws SessionException {
    Pod pod = suspect(session, step);
    String reason = step.options().getOrDefault("reason", "the scenario's suspect");
    desk.bind(session.cluster(), session.caller());
    desk.mark(List.of(pod.ref()), session.snapshot(), reason);
    suspects.add(pod.ref().path());
    progress.note("marked " + pod.ref().path() + ": " + reason);
  }

  private static Pod suspect(ClusterSession session, WalkthroughStep step) throws SessionException {
    String name = step.options().getOrDefault("pod", "");
    List<PodRef> found = Wishes.suspects(session.snapshot(), List.of(name));
    return session.snapshot().pod(found.getFirst().uid()).orElseThrow();
  }

  private RunResult run(ClusterSession session, WalkthroughStep step, Cancellation cancellation)
      throws SessionException {
    Plan plan = session.plan(wish(step), Optional.of(desk.journal().info().clusterUid()));
    progress.note(
        "%s: %d steps, %d findings, fingerprint %s"
            .formatted(
                step.action(), plan.steps().size(), plan.findings().size(), plan.fingerprint()));
    plan.findings()
        .forEach(f -> progress.note(f.severity().word() + " " + f.id() + " " + f.text()));
    List<Waiver> waivers = new ArrayList<>();
    step.options()
        .forEach((key, value) -> {
          if (key.startsWith("waive-")) {
            waivers.add(new Waiver(key.substring("waive-".length()), value));
          }
        });
    Order order = new Order(plan, plan.fingerprint(), waivers, "");
    return new Undertaking(session, desk, place, progress).carryOut(order, cancellation);
  }

  private PlanWish wish(WalkthroughStep step) {
    Map<String, String> options = step.options();
    Wizard wizard = Wizard.valueOf(step.action().toUpperCase(Locale.ROOT));
    Request.Method method =
        Request.Method.valueOf(options.getOrDefault("method", "evict").toUpperCase(Locale.ROOT));
    Request.Decisions decisions =
        new Request.Decisions(
            moves(options, "empty-dir"),
            moves(options, "bare"),
            moves(options, "kube-system"),
            moves(options, "siblings"));
    return new PlanWish(wizard, suspects, List.of(), method, Map.of(), decisions);
  }

  private static boolean moves(Map<String, String> options, String name) {
    return options.getOrDefault(name, "keep").equals("evict");
  }
}
