package org.lazaretto.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lazaretto.execute.DryRun;
import org.lazaretto.execute.Preflight;
import org.lazaretto.execute.Timing;
import org.lazaretto.model.Permission;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.Wizard;
import org.lazaretto.port.ClusterConnection;

/**
 * What the server says of a plan before anything of it is sent.
 *
 * @param rights the rights that its steps need, with the answers of the server's access review
 * @param answers what the dry run of each changing step came to; empty if a right is missing, since
 *     the server would only refuse it again
 * @param onlyReads whether the plan is a capture: what it may not read is a gap and holds nothing
 * @param onlyLooks whether the commands that it runs in containers only look; where one is a
 *     change, the right to run it is a right to change
 */
public record Rehearsal(
    List<Preflight.Right> rights,
    List<DryRun.Rehearsal> answers,
    boolean onlyReads,
    boolean onlyLooks) {
  /** Copies what it is given. */
  public Rehearsal {
    rights = List.copyOf(rights);
    answers = List.copyOf(answers);
  }

  /** Of a plan that changes nothing from inside a container. */
  public Rehearsal(
      List<Preflight.Right> rights, List<DryRun.Rehearsal> answers, boolean onlyReads) {
    this(rights, answers, onlyReads, true);
  }

  static Rehearsal of(ClusterConnection connection, Plan plan, Timing timing) {
    List<Preflight.Right> rights = new Preflight(connection.reads()).of(plan);
    Rehearsal asked = asked(rights, plan, List.of());
    return asked.denied().isEmpty()
        ? asked(rights, plan, new DryRun(connection.control(), timing).of(plan))
        : asked;
  }

  static Rehearsal asked(List<Preflight.Right> rights, Plan plan, List<DryRun.Rehearsal> answers) {
    boolean onlyLooks =
        plan.steps().stream().noneMatch(DisposeStep.RestartContainer.class::isInstance);
    return new Rehearsal(rights, answers, plan.wizard() == Wizard.FREEZE, onlyLooks);
  }

  /** The rights that the server denies and that hold the plan. */
  public List<Permission> denied() {
    return refusedRights().filter(right -> !looks(right)).toList();
  }

  /** The rights that the server denies to looks from inside: what they would show is a gap. */
  public List<Permission> blind() {
    return refusedRights().filter(this::looks).toList();
  }

  private Stream<Permission> refusedRights() {
    return rights.stream()
        .filter(right -> right.answer() instanceof Preflight.Answer.Denied)
        .map(Preflight.Right::permission);
  }

  private boolean looks(Permission permission) {
    return onlyLooks
        && permission.resource().equals("pods")
        && permission.subresource().equals("exec");
  }

  /** The steps that the server would refuse as things are now. */
  public List<DryRun.Rehearsal> refused() {
    return answers.stream()
        .filter(answer -> answer.answer() instanceof DryRun.Answer.Refused)
        .toList();
  }

  /** What the server says of one step; empty for a step that only reads. */
  public Optional<DryRun.Answer> answer(StepId step) {
    return answers.stream()
        .filter(answer -> answer.step().id().equals(step))
        .map(DryRun.Rehearsal::answer)
        .findFirst();
  }

  /** Whether the server lets the plan run as things are now, as far as it can be told. */
  public boolean passes() {
    return (denied().isEmpty() || onlyReads) && refused().isEmpty();
  }
}
