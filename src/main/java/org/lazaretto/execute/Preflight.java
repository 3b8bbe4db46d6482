package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lazaretto.model.Permission;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.Wizard;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/** Asks the API server, one review a right, whether the caller may do what is needed. */
public final class Preflight {
  /** What the rows of observing are called. */
  public static final String OBSERVE = "observe";

  /** A server that is silent so often in a row is not asked again: each question would wait. */
  private static final int SILENCES = 2;

  private final ClusterReads reads;

  /** Asks that cluster. */
  public Preflight(ClusterReads reads) {
    this.reads = reads;
  }

  /** The rights that the steps of the plan need, in the order in which they are needed first. */
  public List<Right> of(Plan plan) {
    Set<Permission> needed = new LinkedHashSet<>();
    for (Step step : plan.steps()) {
      needed.add(Cards.of(plan.cluster(), step).permission());
      needed.addAll(besides(step));
    }
    return ask(needed);
  }

  /**
   * What a step needs besides the right on its card: a probe's pod is removed again, and servers
   * before 1.35 take an exec over a WebSocket for a read.
   */
  private static List<Permission> besides(Step step) {
    String namespace = step.target().namespace();
    if (step instanceof ContainStep.ProbeIngress) {
      return List.of(new Permission("delete", "", "pods", "", namespace));
    }
    return step instanceof ContainStep.LookInside || step instanceof DisposeStep.RestartContainer
        ? List.of(new Permission("get", "", "pods", "exec", namespace))
        : List.of();
  }

  /** The rights that any plan of the wizard may need, in all namespaces. */
  public List<Right> of(Wizard wizard) {
    return ask(WizardRights.of(wizard));
  }

  /**
   * The matrix of what observing and these wizards may need; each right is asked for once, however
   * many need it.
   */
  public PermissionMatrix matrix(Collection<Wizard> wizards) {
    Map<String, List<Permission>> needed = new LinkedHashMap<>();
    needed.put(OBSERVE, WizardRights.observe());
    wizards.forEach(wizard -> needed.put(wizard.word(), WizardRights.of(wizard)));
    Map<Permission, Answer> answers = new LinkedHashMap<>();
    Questions questions = new Questions();
    Map<String, List<Right>> rows = new LinkedHashMap<>();
    needed.forEach((purpose, permissions) -> {
      List<Right> rights = new ArrayList<>();
      for (Permission permission : permissions) {
        rights.add(new Right(permission, answers.computeIfAbsent(permission, questions::ask)));
      }
      rows.put(purpose, rights);
    });
    return new PermissionMatrix(rows);
  }

  /** The matrix of what this plan needs, where it needs it. */
  public PermissionMatrix matrix(Plan plan) {
    return new PermissionMatrix(Map.of("plan", of(plan)));
  }

  private List<Right> ask(Collection<Permission> permissions) {
    Questions questions = new Questions();
    List<Right> rights = new ArrayList<>();
    for (Permission permission : permissions) {
      rights.add(new Right(permission, questions.ask(permission)));
    }
    return rights;
  }

  /** Questions asked one after the other, until the server turns out to be silent. */
  private final class Questions {
    private int silences;
    private String silent = "";

    Answer ask(Permission permission) {
      if (silences >= SILENCES) {
        return new Answer.CannotTell(silent);
      }
      try {
        boolean may = reads.may(permission);
        silences = 0;
        return may ? new Answer.Allowed() : new Answer.Denied();
      } catch (PortException e) {
        silences = e.answer().status() == 0 ? silences + 1 : 0;
        silent = Refusals.words(e);
        return new Answer.CannotTell(silent);
      }
    }
  }

  /** One row of the permission matrix. */
  public record Right(Permission permission, Answer answer) {}

  /** What the server says of one right. */
  public sealed interface Answer {
    /** Its review says yes; an admission webhook may still refuse (T-32). */
    record Allowed() implements Answer {}

    /** Its review says no. */
    record Denied() implements Answer {}

    /** The review could not be made. */
    record CannotTell(String reason) implements Answer {}

    /** The word in the matrix. */
    default String word() {
      return switch (this) {
        case Allowed _ -> "allowed";
        case Denied _ -> "denied";
        case CannotTell _ -> "cannot tell";
      };
    }
  }
}
