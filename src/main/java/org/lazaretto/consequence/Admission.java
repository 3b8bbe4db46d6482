package org.lazaretto.consequence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Permission;
import org.lazaretto.model.Pod;
import org.lazaretto.model.ServiceEntry;
import org.lazaretto.model.Webhooks;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** T-32: who is asked before the server stores a change, and may refuse it or be the intruder's. */
final class Admission implements Rule {
  /** One sort of request of a plan. */
  private record Asking(String operation, String group, String resource) {}

  /** A webhook that the plan asks. */
  private record Answering(Webhooks configuration, Webhooks.Hook hook) {
    String spoken() {
      String who = hook.service().isEmpty() ? hook.url() : hook.service();
      return hook.name() + " by " + who;
    }
  }

  @Override
  public List<Finding> of(Scene scene) {
    List<Answering> asked = asked(scene);
    List<Finding> findings = new ArrayList<>();
    Instant intrusion =
        scene.suspects().stream()
            .map(pod -> pod.status().created())
            .min(Instant::compareTo)
            .orElse(Instant.MAX);
    add(
        findings,
        scene,
        asked.stream().filter(a -> suspectAnswers(scene, a.hook())).toList(),
        "is answered by a suspect, told by the service's selector: it learns of each change and"
            + " decides about it",
        "Remove it before anything else is sent, after keeping its configuration as evidence.");
    add(
        findings,
        scene,
        asked.stream().filter(a -> a.configuration().created().isAfter(intrusion)).toList(),
        "was made after the suspect was, and may be the intruder's",
        "Find out in the audit log who made it; keep its configuration as evidence.");
    add(
        findings,
        scene,
        asked.stream().filter(a -> losesAnswer(scene, a.hook())).toList(),
        "refuses what it cannot be asked about (failurePolicy Fail), and the plan moves every pod that answers it: until a"
            + " replacement is ready nothing it is asked about can be stored, replacements included",
        "Keep one of its pods where it is until another one answers elsewhere.");
    listed(scene, asked).ifPresent(findings::add);
    return findings;
  }

  @Override
  public Optional<Doubt> doubt(Scene scene) {
    List<StepId> steps = Causes.steps(scene, Actions::changes);
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Doubt(
                "T-32",
                "an admission webhook refuses or hears of these changes",
                EnumSet.of(ObservedKind.MUTATING_WEBHOOKS, ObservedKind.VALIDATING_WEBHOOKS),
                steps));
  }

  /**
   * The sorts of requests of the plan (each action on each kind is one), and the replacements that
   * controllers will create.
   */
  private static Set<Asking> asking(Scene scene) {
    Set<Asking> asking = new LinkedHashSet<>();
    Set<String> sorts = new HashSet<>();
    for (Step step : scene.plan().steps()) {
      String sort = Actions.word(step) + " " + step.target().kind();
      if (Actions.changes(step) && sorts.add(sort)) {
        Permission right = Cards.of(scene.plan().cluster(), step).permission();
        String below = right.subresource().isEmpty() ? "" : "/" + right.subresource();
        asking.add(new Asking(operation(right.verb()), right.group(), right.resource() + below));
      }
    }
    if (scene.moved().stream().anyMatch(moved -> moved.pod().controller().isPresent())) {
      asking.add(new Asking("CREATE", "", "pods"));
    }
    return asking;
  }

  private static String operation(String verb) {
    return switch (verb) {
      case "create" -> "CREATE";
      case "delete", "deletecollection" -> "DELETE";
      default -> "UPDATE";
    };
  }

  private static List<Answering> asked(Scene scene) {
    Set<Asking> asking = asking(scene);
    List<Answering> answering = new ArrayList<>();
    for (Webhooks configuration : scene.snapshot().webhooks()) {
      for (Webhooks.Hook hook : configuration.hooks()) {
        if (asking.stream().anyMatch(a -> hook.asked(a.operation(), a.group(), a.resource()))) {
          answering.add(new Answering(configuration, hook));
        }
      }
    }
    return answering;
  }

  private static Optional<ServiceEntry> service(Scene scene, Webhooks.Hook hook) {
    String[] parts = hook.service().split("/", 2);
    return parts.length < 2 ? Optional.empty() : scene.snapshot().service(parts[0], parts[1]);
  }

  private static boolean suspectAnswers(Scene scene, Webhooks.Hook hook) {
    return service(scene, hook)
        .filter(service -> scene.suspects().stream().anyMatch(service::selects))
        .isPresent();
  }

  /** Whether moved pods answer it, and no other ready pod does. */
  private static boolean losesAnswer(Scene scene, Webhooks.Hook hook) {
    Optional<ServiceEntry> service = service(scene, hook);
    if (service.isEmpty() || !hook.refusesWithoutAnswer()) {
      return false;
    }
    List<Moved> moving =
        scene.moved().stream().filter(m -> service.get().selects(m.pod())).toList();
    List<Pod> leaving = moving.stream().map(Moved::pod).toList();
    return !moving.isEmpty()
        && scene.snapshot().slices(service.get().object().namespace()).stream()
            .filter(slice -> slice.service().equals(service.get().object().name()))
            .flatMap(slice -> slice.endpoints().stream())
            .filter(endpoint -> endpoint.ready())
            .allMatch(end -> leaving.stream().anyMatch(p -> p.ref().uid().equals(end.podUid())));
  }

  private static void add(
      List<Finding> findings, Scene scene, List<Answering> asked, String what, String instead) {
    if (!asked.isEmpty()) {
      findings.add(
          new Finding(
              "T-32",
              Severity.WARN,
              objects(asked),
              Causes.steps(scene, Actions::changes),
              "A webhook that is asked about this plan ("
                  + Words.some(asked.stream().map(Answering::spoken).toList())
                  + ") "
                  + what
                  + ".",
              instead));
    }
  }

  private static Optional<Finding> listed(Scene scene, List<Answering> asked) {
    int n = asked.size();
    boolean outside = asked.stream().anyMatch(a -> !a.hook().url().isEmpty());
    return n == 0
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "T-32",
                outside ? Severity.WARN : Severity.INFORM,
                objects(asked),
                Causes.steps(scene, Actions::changes),
                Words.count(n, "admission webhook", " ")
                    + Words.form(n, "is", "are")
                    + " asked about what this plan sends, by rules: "
                    + Words.some(asked.stream().map(Answering::spoken).toList())
                    + ". Any of them may refuse a step"
                    + (outside ? "; one stands outside the cluster and hears of it." : "."),
                "The dry run asks them first; read what they say before approving."));
  }

  private static List<ObjectRef> objects(List<Answering> asked) {
    return asked.stream().map(a -> a.configuration().object()).distinct().toList();
  }
}
