package org.lazaretto.ui.wizard;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lazaretto.consequence.Consequences;
import org.lazaretto.consequence.Context;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.execute.DryRun;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.execute.Preflight;
import org.lazaretto.execute.RunResult;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.AccountAccess;
import org.lazaretto.model.Caller;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Permission;
import org.lazaretto.model.PodRun;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Wizard;
import org.lazaretto.plan.capture.FreezePlanner;
import org.lazaretto.plan.cordon.CordonPlanner;
import org.lazaretto.plan.credentials.CredentialsPlanner;
import org.lazaretto.plan.dispose.DisposePlanner;
import org.lazaretto.plan.evacuate.EvacuatePlanner;
import org.lazaretto.plan.isolate.IsolatePlanner;
import org.lazaretto.session.CaseWork;
import org.lazaretto.session.HandOver;
import org.lazaretto.session.Order;
import org.lazaretto.session.Progress;
import org.lazaretto.session.Rehearsal;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.Workplace;
import org.lazaretto.ui.HeldWork;

/** An incident in memory: real planners and consequences, answers as a test wants them. */
public final class FakeWork implements CaseWork {
  final List<Order> orders = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  List<HoldReason> guards = List.of();
  List<Permission> denied = List.of();
  Optional<DryRun.Answer> answer = Optional.of(new DryRun.Answer.Accepted());
  List<AccountAccess> access = List.of(oneToken());
  List<PodRun> containers = List.of();
  Optional<SessionException> planning = Optional.empty();
  Optional<SessionException> guarding = Optional.empty();
  Running run = (_, _, _) -> new RunResult.AllHold(List.of());
  Instant now = Clusters.NOW;
  private ClusterSnapshot seen;

  /** What carrying out comes to. */
  interface Running {
    RunResult carryOut(Order order, Progress progress, Cancellation cancellation)
        throws SessionException;
  }

  /** An incident in which that is seen. */
  public FakeWork(ClusterSnapshot seen) {
    this.seen = seen;
  }

  void change(UnaryOperator<ClusterSnapshot> change) {
    seen = change.apply(seen);
  }

  @Override
  public ClusterSnapshot snapshot() {
    return seen;
  }

  @Override
  public Caller caller() {
    return new Caller("responder", List.of());
  }

  @Override
  public String caseId() {
    return "IR-2026-001";
  }

  @Override
  public String quarantine() {
    return "case-fake";
  }

  @Override
  public Workplace place() {
    return new Workplace(
        new Author("Ann, lead", "ann", "desk", "1", "test"),
        CaseClock.steady(() -> now),
        new HeldWork());
  }

  private static AccountAccess oneToken() {
    return new AccountAccess(
        new ObjectRef("v1", "ServiceAccount", "shop", "default", ""),
        List.of(),
        List.of(new ObjectRef("v1", "Secret", "shop", "old-token", "uid-secret")));
  }

  @Override
  public Plan plan(Request request) throws SessionException {
    if (planning.isPresent()) {
      throw planning.get();
    }
    PlanResult result =
        switch (request) {
          case Request.Freeze freeze -> FreezePlanner.plan(seen, freeze);
          case Request.Cordon cordon -> CordonPlanner.plan(seen, cordon);
          case Request.Isolate isolate -> IsolatePlanner.plan(seen, isolate);
          case Request.Credentials credentials ->
              CredentialsPlanner.plan(seen, credentials, access);
          case Request.Dispose dispose -> DisposePlanner.plan(seen, dispose, containers);
          case Request.Recover _ -> new PlanResult.CannotPlan(List.of("Recovery needs a case."));
          case Request.Evacuate evacuate -> EvacuatePlanner.plan(seen, evacuate);
        };
    return switch (result) {
      case PlanResult.Planned(var plan) ->
          Consequences.added(
              seen, plan, new Context(Optional.empty(), Clusters.NOW, Duration.ofSeconds(90)));
      case PlanResult.CannotPlan(var reasons, var nothing) ->
          throw new SessionException(
              nothing ? SessionException.Kind.NOTHING : SessionException.Kind.HELD,
              String.join(" ", reasons));
    };
  }

  @Override
  public List<HoldReason> guards(Plan plan) throws SessionException {
    if (guarding.isPresent()) {
      throw guarding.get();
    }
    return guards;
  }

  @Override
  public Rehearsal rehearse(Plan plan) {
    List<Preflight.Right> rights =
        denied.stream().map(p -> new Preflight.Right(p, new Preflight.Answer.Denied())).toList();
    List<DryRun.Rehearsal> answers =
        plan.steps().stream()
            .filter(Actions::changes)
            .flatMap(step -> answer.map(said -> new DryRun.Rehearsal(step, said)).stream())
            .toList();
    return new Rehearsal(rights, answers, plan.wizard() == Wizard.FREEZE);
  }

  @Override
  public Path keep(HandOver handOver) {
    return Path.of("hand-over.md");
  }

  @Override
  public List<Entry.Isolated> proven(Plan plan) {
    return List.of();
  }

  @Override
  public void nothingToDo(Wizard wizard, String why) {
    notes.add(wizard.word() + ": " + why);
  }

  @Override
  public void note(String text) {
    notes.add(text);
  }

  @Override
  public RunResult carryOut(Order order, Progress progress, Cancellation cancellation)
      throws SessionException {
    orders.add(order);
    return run.carryOut(order, progress, cancellation);
  }
}
