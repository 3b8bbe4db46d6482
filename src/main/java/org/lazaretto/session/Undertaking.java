package org.lazaretto.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lazaretto.execute.Approval;
import org.lazaretto.execute.ApprovalResult;
import org.lazaretto.execute.Approver;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.execute.DryRun;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.execute.Patience;
import org.lazaretto.execute.Pictures;
import org.lazaretto.execute.Preflight;
import org.lazaretto.execute.RunResult;
import org.lazaretto.execute.Runner;
import org.lazaretto.execute.Timing;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalException;
import org.lazaretto.model.Permission;
import org.lazaretto.plan.LocalRating;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Wizard;
import org.lazaretto.port.PortException;
import org.lazaretto.session.SessionException.Kind;

/** Carries out one order on one cluster, in one case: checks everything, then runs and proves. */
public final class Undertaking {
  private final ClusterSession session;
  private final CaseDesk desk;
  private final Workplace place;
  private final Progress progress;
  private final Patience patience;
  private final Predicate<Plan> pictured;

  /** Works on that cluster and in that case; neither is closed by it. */
  public Undertaking(ClusterSession session, CaseDesk desk, Workplace place, Progress progress) {
    this(session, desk, place, progress, Patience.DEFAULT, Pictures::worthwhile);
  }

  /**
   * Impatient, or without pictures.
   *
   * @param pictured about which plans pictures of the map are kept
   */
  Undertaking(
      ClusterSession session,
      CaseDesk desk,
      Workplace place,
      Progress progress,
      Patience patience,
      Predicate<Plan> pictured) {
    this.session = session;
    this.desk = desk;
    this.place = place;
    this.progress = progress;
    this.patience = patience;
    this.pictured = pictured;
  }

  /**
   * Settles what an earlier run left open, plans again from what is seen now, and runs the plan if
   * it is still the one that was approved and nothing holds it.
   *
   * @throws SessionException HELD or UNAVAILABLE; then no change was sent
   */
  public RunResult carryOut(Order order, Cancellation cancellation) throws SessionException {
    sameCluster(order);
    desk.bind(session.cluster(), session.caller());
    desk.settle(session.connection().reads()).forEach(progress::note);
    Plan fresh = fresh(order);
    desk.mark(fresh.suspects(), session.snapshot(), order.reason());
    gaps();
    rehearse(fresh);
    Approval approval = approve(fresh, order);
    rated(fresh);
    hardened(fresh);
    if (!pictured.test(fresh)) {
      return runner().run(fresh, approval, progress, cancellation);
    }
    Pictures map = new Pictures(fresh, session.snapshot(), desk.journal(), timing(), tool());
    RunPictures pictures = new RunPictures(session, desk, map, progress);
    pictures.before();
    RunResult result = runner().run(fresh, approval, progress, cancellation);
    pictures.after(result);
    return result;
  }

  /**
   * Runs a plan that only reads, at once: what is seen is what it was planned from. The case is
   * bound already.
   */
  RunResult read(Plan plan, Cancellation cancellation) throws SessionException {
    desk.settle(session.connection().reads()).forEach(progress::note);
    desk.mark(plan.suspects(), session.snapshot(), "");
    gaps();
    Approval approval = approve(plan, new Order(plan, plan.fingerprint(), List.of(), ""));
    return runner().run(plan, approval, progress, cancellation);
  }

  private Runner runner() {
    return new Runner(
        session.connection().reads(),
        session.connection().control(),
        desk.journal(),
        timing(),
        tool());
  }

  private String tool() {
    return "lazaretto " + place.author().productVersion();
  }

  private Timing timing() {
    return new Timing(
        place.clock(),
        place.waiter(),
        place.workers(),
        Math::random,
        patience,
        Timing.USUAL_IN_FLIGHT);
  }

  /** Before the case is bound: a refused run must not bind it to the wrong cluster (T-42). */
  private void sameCluster(Order order) throws SessionException {
    if (!order.plan().cluster().uid().equals(session.cluster().uid())) {
      throw held(
          order.plan(),
          "T-42: the plan was made for cluster %s, and %s is cluster %s."
              .formatted(
                  order.plan().cluster().uid(), session.cluster().name(), session.cluster().uid()),
          "Name the right context.");
    }
  }

  private Plan fresh(Order order) throws SessionException {
    if (!order.plan().fingerprint().equals(order.approved())) {
      throw held(
          order.plan(),
          "The plan's fingerprint is "
              + order.plan().fingerprint()
              + ", approved was "
              + order.approved()
              + ".",
          "Read the plan, then approve the fingerprint that it has.");
    }
    Plan fresh = planAgain(order);
    if (!fresh.fingerprint().equals(order.plan().fingerprint())) {
      throw held(
          order.plan(),
          "The cluster has changed since the plan was made: planned again it has the fingerprint "
              + fresh.fingerprint()
              + ". "
              + PlanDifference.between(order.plan(), fresh),
          "Plan again, read it, and approve the new plan.");
    }
    return fresh;
  }

  private Plan planAgain(Order order) throws SessionException {
    String bound = desk.journal().info().clusterUid();
    try {
      return session.plan(order.plan().request(), Optional.of(bound), desk.journal().lines());
    } catch (SessionException e) {
      if (e.kind() == Kind.HELD || e.kind() == Kind.NOTHING) {
        throw held(
            order.plan(), "The cluster has changed since the plan was made.", e.getMessage());
      }
      throw e;
    }
  }

  private SessionException held(Plan plan, String what, String next) throws SessionException {
    desk.write(new Entry.Held(plan.wizard().word(), plan.fingerprint(), List.of(what)));
    return new SessionException(Kind.HELD, what + " Nothing was sent. " + next);
  }

  /** What is not observed is said on each run, and journalled once. */
  private void gaps() throws SessionException {
    for (String gap : session.gaps()) {
      Entry.Gap told = new Entry.Gap("not observed", gap);
      if (desk.journal().lines().stream().noneMatch(line -> line.entry().equals(told))) {
        desk.write(told);
      }
      progress.note("not seen: " + gap);
    }
  }

  private Approval approve(Plan plan, Order order) throws SessionException {
    Approver approver = new Approver(session.connection().reads(), desk.journal());
    ApprovalResult result;
    try {
      result = approver.approve(plan, order.approved(), order.waivers());
    } catch (JournalException e) {
      throw Words.of(e);
    }
    return switch (result) {
      case ApprovalResult.Granted(var approval) -> approval;
      case ApprovalResult.Held(var reasons) -> throw holding(reasons);
      case ApprovalResult.NoAccess(var reason) ->
          throw new SessionException(Kind.UNAVAILABLE, reason + " Nothing was sent.");
    };
  }

  private void rated(Plan plan) throws SessionException {
    if (plan.rating().isPresent()) {
      LocalRating rating = plan.rating().get();
      desk.write(
          new Entry.Rated(
              plan.fingerprint(),
              rating.measure().id() + " " + rating.measure().title(),
              rating.measure().published().overall().toString(),
              rating.here().overall().toString(),
              rating.lost()));
    }
  }

  /** What was closed is the responder's word; it belongs to the case before anything is opened. */
  private void hardened(Plan plan) throws SessionException {
    if (plan.request() instanceof Request.Recover recover && !recover.hardened().isBlank()) {
      desk.write(new Entry.Note("Confirmed closed before the recovery: " + recover.hardened()));
    }
  }

  private static SessionException holding(List<HoldReason> reasons) {
    StringBuilder text = new StringBuilder("The plan is held; nothing was sent.");
    for (HoldReason reason : reasons) {
      text.append('\n').append(reason);
    }
    return new SessionException(Kind.HELD, text.toString());
  }

  private void rehearse(Plan plan) throws SessionException {
    if (plan.wizard() != Wizard.FREEZE) {
      Rehearsal rehearsal = rehearsal(plan);
      permitted(plan, rehearsal);
      rehearsed(plan, rehearsal);
    }
  }

  /** What the server says of a plan; changes nothing. */
  Rehearsal rehearsal(Plan plan) {
    return Rehearsal.of(session.connection(), plan, timing());
  }

  /** Which evidence the plan would destroy before the case has it. */
  List<HoldReason> guards(Plan plan) throws SessionException {
    try {
      return new Approver(session.connection().reads(), desk.journal()).uncaptured(plan);
    } catch (PortException e) {
      throw Words.unavailable(e);
    }
  }

  /** Changes need their rights before the first is sent; a capture that is refused is a gap. */
  private void permitted(Plan plan, Rehearsal rehearsal) throws SessionException {
    for (Preflight.Right right : rehearsal.rights()) {
      if (right.answer() instanceof Preflight.Answer.CannotTell(var why)) {
        progress.note("cannot tell whether we may " + right.permission().spoken() + ": " + why);
      }
    }
    for (Permission right : rehearsal.blind()) {
      progress.note("not permitted: " + right.spoken() + "; what looks from inside is a gap");
    }
    if (!rehearsal.denied().isEmpty()) {
      List<String> denied = rehearsal.denied().stream().map(Permission::spoken).toList();
      String words = "Not permitted: " + String.join("; ", denied) + ".";
      desk.write(new Entry.Held(plan.wizard().word(), plan.fingerprint(), List.of(words)));
      throw new SessionException(
          Kind.UNAVAILABLE,
          words
              + " Nothing was sent. `lazaretto preflight --plan` writes them as YAML;"
              + " `lazaretto hand-over sheet` writes the plan for somebody who has them.");
    }
  }

  private void rehearsed(Plan plan, Rehearsal rehearsal) throws SessionException {
    List<String> refused = new ArrayList<>();
    for (DryRun.Rehearsal each : rehearsal.answers()) {
      switch (each.answer()) {
        case DryRun.Answer.Accepted _ -> {}
        case DryRun.Answer.BudgetRefusesNow(var words) ->
            progress.note(each.step().target().path() + " will wait: " + words);
        case DryRun.Answer.CannotTell(var why) ->
            progress.note("no dry run of " + each.step().target().path() + ": " + why);
        case DryRun.Answer.Refused(var words) ->
            refused.add(each.step().target().spoken() + ": " + words);
      }
    }
    if (!refused.isEmpty()) {
      throw held(
          plan,
          "The dry run was refused: " + String.join("; ", refused),
          "Mend the cause, or plan without these objects.");
    }
  }
}
