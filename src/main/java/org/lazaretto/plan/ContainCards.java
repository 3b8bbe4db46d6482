package org.lazaretto.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.Permission;
import org.lazaretto.model.Visibility;

/** What is said about the steps that shut a suspect off. */
final class ContainCards {
  private final Kubectl kubectl;
  private final EditCards edits;

  ContainCards(ClusterIdentity cluster) {
    this.kubectl = new Kubectl(cluster);
    this.edits = new EditCards(kubectl);
  }

  Card card(ContainStep step) {
    return switch (step) {
      case ContainStep.EditFields edit -> edits.card(edit);
      case ContainStep.MakePolicy(_, var target, var quarantine) ->
          new Card(
              "Create the case's deny-all policy in " + target.namespace(),
              kubectl.create(Quarantine.manifest(target, quarantine)),
              "It allows nothing, in or out, to what carries the case's label. It is new and named"
                  + " for the case: no policy that is there is touched.",
              new Playbook("EKS-ISOLATE", "Isolate the pod by a network policy"),
              new Permission(
                  "create", "networking.k8s.io", "networkpolicies", "", target.namespace()),
              Set.of(Visibility.NETWORK, Visibility.API),
              "the policy is read again under the UID that it was given");
      case ContainStep.RemovePolicy(_, var target, _) ->
          new Card(
              "Remove the case's deny-all policy from " + target.namespace(),
              kubectl.about(target, "delete"),
              "The case created it; nothing carries its label any more.",
              new Playbook("EKS-ISOLATE", "Recovery"),
              new Permission(
                  "delete", "networking.k8s.io", "networkpolicies", "", target.namespace()),
              Set.of(Visibility.NETWORK, Visibility.API),
              "no policy of this UID is there any more");
      case ContainStep.RemoveProbe(_, var pod) ->
          new Card(
              "Remove the probe's pod " + pod.path(),
              kubectl.about(pod.object(), "delete"),
              "The case made it to try a connection, and could not remove it then.",
              new Playbook("EKS-ISOLATE", "Recovery"),
              new Permission("delete", "", "pods", "", pod.namespace()),
              Set.of(Visibility.API),
              "no pod of this UID is there any more");
      case ContainStep.ProbeIngress probe -> probe(probe);
      case ContainStep.LookInside look -> look(look);
    };
  }

  private Card probe(ContainStep.ProbeIngress step) {
    ContainStep.Probe probe = step.probe();
    return new Card(
        "Try to connect to "
            + step.pod().path()
            + " on port "
            + probe.port()
            + (step.after() ? ", after the isolation" : ", before the isolation"),
        tried(step),
        step.after()
            ? "Only a connection that fails now, and did not before, shows that new ones are blocked."
            : "What cannot be reached before proves nothing by being out of reach afterwards.",
        new Playbook("EKS-ISOLATE", "Verify the isolation"),
        new Permission("create", "", "pods", "", step.pod().namespace()),
        Set.of(Visibility.NETWORK, Visibility.API),
        step.after()
            ? "the exit code of pods made for it one after another, each removed again, until it"
                + " fails or 5 min are over (T-30)"
            : "the exit code of a pod made for it, which is removed again");
  }

  /** One command that makes the pod, waits for its end and removes it. */
  private Command tried(ContainStep.ProbeIngress step) {
    return kubectl.of(
        "run",
        "lazaretto-probe-" + step.id().toString().toLowerCase(Locale.ROOT),
        "-n",
        step.pod().namespace(),
        "--image",
        step.probe().image(),
        "--restart=Never",
        "--attach",
        "--rm",
        "--quiet",
        "--overrides",
        ProbePod.overrides(step));
  }

  private Card look(ContainStep.LookInside step) {
    ContainStep.Look look = step.look();
    return new Card(
        "Look from inside "
            + step.pod().path()
            + (step.after() ? ", after the isolation" : ", before the isolation"),
        looked(step),
        step.after()
            ? "Only connections seen before, and a connection made before, show by their absence now"
                + " that they are cut."
            : "What stands now, and whether a connection can be made, is what has to stop.",
        new Playbook("EKS-ISOLATE", "Verify the isolation"),
        new Permission("create", "", "pods", "exec", step.pod().namespace()),
        Set.of(Visibility.NETWORK, Visibility.PROCESS),
        look.tries()
            ? "what the kernel lists as connections, and whether one can be made to "
                + look.name()
                + " ("
                + look.address()
                + " port "
                + look.port()
                + ")"
                + (step.after() ? "; tried again for up to 5 min (T-30)" : "")
            : "what the kernel lists as connections");
  }

  private Command looked(ContainStep.LookInside step) {
    List<Command> all = new ArrayList<>();
    all.add(inside(step, Inside.connections()));
    if (step.look().tries()) {
      all.add(inside(step, Inside.connect(Inside.Way.NC, step.look())));
    }
    return all.size() == 1
        ? all.getFirst()
        : Command.of(
            List.of(
                "sh", "-c", all.stream().map(Command::shell).collect(Collectors.joining("; "))));
  }

  private Command inside(ContainStep.LookInside step, List<String> words) {
    List<String> all = new ArrayList<>(List.of("exec", "-n", step.pod().namespace()));
    all.addAll(List.of(step.pod().name(), "-c", step.look().container(), "--"));
    all.addAll(words);
    return kubectl.of(all.toArray(String[]::new));
  }

  Inverse inverse(ContainStep step) {
    return switch (step) {
      case ContainStep.EditFields edit -> edits.inverse(edit);
      case ContainStep.MakePolicy(_, var target, _) ->
          new Inverse.Exact(kubectl.about(target, "delete"), "the policy was not there before");
      case ContainStep.RemovePolicy(_, var target, var quarantine) ->
          new Inverse.Compensating(
              kubectl.create(Quarantine.manifest(target, quarantine)),
              "The same policy under another UID.");
      case ContainStep.RemoveProbe _ ->
          new Inverse.None("It has tried its connection and has ended; nothing needs it again.");
      case ContainStep.ProbeIngress _ ->
          new Inverse.None("The probe's pod is removed by the step itself.");
      case ContainStep.LookInside _ ->
          new Inverse.None("The commands have ended; that they ran cannot be taken back (T-35).");
    };
  }
}
