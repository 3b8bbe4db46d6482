package org.lazaretto.session;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Step;
import org.lazaretto.range.PracticeRange;
import org.lazaretto.range.http.Faults.Fault;
import org.lazaretto.range.http.Faults.Match;
import org.lazaretto.range.http.Faults.Turn;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ResourceTypes;

/** What happens to a step at the moment in which its intent is on disk. */
enum Misfortune {
  ANSWER_LOST("unknown"),
  REQUEST_LOST("unknown"),
  /** Nothing gets through any more, reads neither, until the step is over. */
  CONNECTION_LOST("unknown", "failed"),
  CONFLICT("refused"),
  TOO_MANY_REQUESTS("done"),
  /** Its store did not answer in time: the change may have been made. */
  SERVER_ERROR("unknown"),
  SERVER_DOWN("failed"),
  WEBHOOK_REFUSES("refused"),
  /** The right that the step needs is taken away, by the server's own authorizer. */
  RIGHTS_TAKEN("refused"),
  /** Somebody else gives the pod a second budget: the server itself answers 500 (T-18). */
  TWO_BUDGETS("refused"),
  /** Somebody else deletes what the step is about. */
  TARGET_GONE("refused", "already-so"),
  /** Somebody else deletes the node that the pods stand on. */
  NODE_GONE("refused", "already-so", "done");

  /** Under which words the journal may tell of the step. */
  private final Set<String> words;

  Misfortune(String... words) {
    this.words = Set.of(words);
  }

  /** A probe is made beside a pod that is gone, and a look asks more than once. */
  Set<String> words(Step step) {
    Set<String> all = new HashSet<>(words);
    if (step instanceof ContainStep.ProbeIngress || step instanceof ContainStep.LookInside) {
      all.add("done");
    }
    return all;
  }

  /** Whether that can happen to a change of a task. */
  boolean fits(Task task, int change) {
    boolean evicts = task == Task.EVICT;
    boolean makes = EnumSet.of(Task.ISOLATE, Task.CLOSE, Task.STRIP).contains(task) && change == 0;
    return switch (this) {
      case REQUEST_LOST,
          CONFLICT,
          TOO_MANY_REQUESTS,
          SERVER_ERROR,
          SERVER_DOWN,
          WEBHOOK_REFUSES,
          RIGHTS_TAKEN ->
          !task.repeats(change) || turn(task, change) == this;
      case TWO_BUDGETS -> evicts;
      case TARGET_GONE -> !makes;
      case NODE_GONE -> evicts || task == Task.RESTART || task == Task.DISPOSE_ORPHAN;
      default -> true;
    };
  }

  /** Of the answers to a change that is like another, one is tried: each time another one. */
  private static Misfortune turn(Task task, int change) {
    List<Misfortune> answers =
        List.of(
            REQUEST_LOST,
            CONFLICT,
            TOO_MANY_REQUESTS,
            SERVER_ERROR,
            SERVER_DOWN,
            WEBHOOK_REFUSES,
            RIGHTS_TAKEN);
    return answers.get((task.name().length() + change) % answers.size());
  }

  /** Brings it about for who sends that step. */
  void strike(PracticeRange range, Plot plot, String node, Step step) {
    switch (this) {
      case ANSWER_LOST -> once(range, step, new Fault.LostAnswer());
      case REQUEST_LOST -> once(range, step, new Fault.LostRequest());
      case CONNECTION_LOST -> {
        range.faults().strike(Match.anything(), Turn.all(), new Fault.LostRequest());
        range.faults().cutWatches();
      }
      case CONFLICT ->
          once(
              range,
              step,
              new Fault.Refusal(
                  ApiProblem.of(
                      409, "Conflict", "the object has been modified; please apply your changes")));
      case TOO_MANY_REQUESTS ->
          range
              .faults()
              .strike(
                  request(step),
                  2,
                  new Fault.Refusal(
                      ApiProblem.of(429, "TooManyRequests", "please try again later")));
      case SERVER_ERROR -> once(range, step, Fault.internalError());
      case SERVER_DOWN -> once(range, step, Fault.unavailable());
      case WEBHOOK_REFUSES -> once(range, step, Fault.deniedByWebhook("guard.example", "no"));
      case RIGHTS_TAKEN ->
          rights(step).forEach(verb -> range.denials().deny(verb, request(step).resource()));
      case TWO_BUDGETS -> {
        String app = step.target().name().startsWith("app") ? "app" : "web";
        plot.budget("one", app);
        plot.budget("two", app);
      }
      case TARGET_GONE -> remove(range, plot, step.target());
      case NODE_GONE -> remove(range, plot, new ObjectRef("v1", "Node", "", node, ""));
    }
  }

  private static void once(PracticeRange range, Step step, Fault fault) {
    range.faults().strike(request(step), 1, fault);
  }

  private static void remove(PracticeRange range, Plot plot, ObjectRef target) {
    new Scene(range.store()).stored(target).ifPresent(plot::remove);
  }

  /** Ends it, as far as it ends. */
  void mend(PracticeRange range, Plot plot) {
    range.faults().clear();
    range.denials().clear();
    if (this == TWO_BUDGETS) {
      range
          .store()
          .get(ResourceTypes.POD_DISRUPTION_BUDGETS, plot.name(), "two")
          .ifPresent(plot::remove);
    }
  }

  private static List<String> rights(Step step) {
    String verb = request(step).verb();
    return verb.equals("*") ? List.of("create", "get") : List.of(verb);
  }

  /** The request that carries a step out. */
  static Match request(Step step) {
    ObjectRef target = step.target();
    return switch (step) {
      case NodeStep _, EvacuateStep.RestartRollout _, ContainStep.EditFields _ -> patch(target);
      case DisposeStep.ScaleToZero _ -> patch(target);
      case EvacuateStep.EvictPod _ -> new Match("create", "pods/eviction", target.name());
      case ContainStep.MakePolicy _ -> Match.of("create", "networkpolicies");
      case ContainStep.ProbeIngress _ -> Match.of("create", "pods");
      case ContainStep.LookInside _, DisposeStep.RestartContainer _ ->
          new Match("*", "pods/exec", target.name());
      case ContainStep.RemovePolicy _, ContainStep.RemoveProbe _, DisposeStep _ ->
          new Match("delete", plural(target), target.name());
      default -> throw new IllegalArgumentException("not a change of the cluster: " + step);
    };
  }

  private static Match patch(ObjectRef target) {
    return new Match("patch", plural(target), target.name());
  }

  private static String plural(ObjectRef target) {
    String kind = target.kind().toLowerCase(Locale.ROOT);
    return kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
  }
}
