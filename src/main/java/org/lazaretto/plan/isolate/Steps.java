package org.lazaretto.plan.isolate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.EndpointSlice;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.ServiceEntry;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.JsonText;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** Turns decisions into ordered steps. */
final class Steps {
  private final ClusterSnapshot snapshot;
  private final Request.Isolate request;
  private final List<Step> steps = new ArrayList<>();

  private Steps(ClusterSnapshot snapshot, Request.Isolate request) {
    this.snapshot = snapshot;
    this.request = request;
  }

  static List<Step> of(
      ClusterSnapshot snapshot, Request.Isolate request, List<Pod> suspects, List<Exit> exits) {
    Steps all = new Steps(snapshot, request);
    all.policies(suspects);
    suspects.forEach(all::label);
    all.leave(exits, Exit.Way.BY_LABELS, Purpose.LEAVE_SERVICES);
    all.leave(exits, Exit.Way.ORPHANED, Purpose.STRIP_LABELS);
    all.close(exits);
    return all.steps.isEmpty() ? List.of() : all.probed(suspects);
  }

  /** The probes and looks that follow an isolation, and nothing else. */
  static List<Step> proof(ClusterSnapshot snapshot, Request.Isolate request, List<Pod> suspects) {
    Steps all = new Steps(snapshot, request);
    List<Step> proof = new ArrayList<>();
    suspects.forEach(pod -> all.probe(proof, pod, true));
    suspects.forEach(pod -> all.look(proof, pod, true));
    return List.copyOf(proof);
  }

  private void policies(List<Pod> suspects) {
    Set<String> namespaces = new TreeSet<>();
    suspects.forEach(pod -> namespaces.add(pod.ref().namespace()));
    for (String namespace : namespaces) {
      if (Policies.ours(snapshot, namespace, request.quarantine()).isEmpty()) {
        ObjectRef policy = Quarantine.policy(namespace, request.quarantine());
        steps.add(new ContainStep.MakePolicy(id(), policy, request.quarantine()));
      }
    }
    if (request.how().exceptPolicies()) {
      Policies.allowing(snapshot, suspects, request.quarantine())
          .forEach(policy ->
              edit(
                  policy.object(),
                  Purpose.EXCEPT_FROM_POLICY,
                  List.of(Policies.except(policy, request.quarantine())),
                  List.of()));
    }
  }

  private void label(Pod pod) {
    Optional<String> former = Optional.ofNullable(pod.labels().get(Quarantine.KEY));
    if (!former.equals(Optional.of(request.quarantine()))) {
      FieldEdit edit =
          new FieldEdit.Value(
              FieldEdit.label(Quarantine.KEY),
              former.map(JsonText::of),
              Optional.of(JsonText.of(request.quarantine())));
      FieldEdit first =
          new FieldEdit.Value(
              "/metadata/labels",
              Optional.empty(),
              Optional.of(JsonText.of(Map.of(Quarantine.KEY, request.quarantine()))));
      List<FieldEdit> edits = List.of(pod.labels().isEmpty() ? first : edit);
      edit(pod.object(), Purpose.QUARANTINE_POD, edits, List.of());
    }
  }

  /** One step a pod, whatever the number of services that it leaves by it. */
  private void leave(List<Exit> exits, Exit.Way way, Purpose purpose) {
    Map<String, List<Exit>> byPod = new TreeMap<>();
    for (Exit exit : exits) {
      if (exit.way() == way) {
        String key = exit.suspect().ref().path();
        byPod.computeIfAbsent(key, _ -> new ArrayList<>()).add(exit);
      }
    }
    for (List<Exit> leaving : byPod.values()) {
      Pod pod = leaving.getFirst().suspect();
      Set<String> keys = new TreeSet<>();
      leaving.forEach(exit -> keys.addAll(exit.keys()));
      List<FieldEdit> edits = new ArrayList<>();
      for (String key : keys) {
        Optional<String> former = Optional.ofNullable(pod.labels().get(key)).map(JsonText::of);
        edits.add(new FieldEdit.Value(FieldEdit.label(key), former, Optional.empty()));
      }
      edit(
          pod.object(),
          purpose,
          edits,
          leaving.stream().map(exit -> exit.service().object()).toList());
    }
  }

  private void close(List<Exit> exits) {
    Map<String, ServiceEntry> services = new TreeMap<>();
    for (Exit exit : exits) {
      if (exit.way() == Exit.Way.CLOSED) {
        services.put(exit.service().object().path(), exit.service());
      }
    }
    for (ServiceEntry service : services.values()) {
      String pointer = "/spec/selector/" + FieldEdit.segment(Quarantine.KEY);
      FieldEdit edit =
          new FieldEdit.Value(
              pointer,
              Optional.empty(),
              Optional.of(JsonText.of(request.quarantine() + "-closed")));
      List<ObjectRef> let =
          exits.stream()
              .filter(exit -> exit.service().equals(service))
              .map(exit -> exit.suspect().object())
              .toList();
      edit(service.object(), Purpose.CLOSE_SERVICE, List.of(edit), let);
    }
  }

  /** The same probes and looks before and after, each pod on one port. */
  private List<Step> probed(List<Pod> suspects) {
    List<Step> all = new ArrayList<>();
    suspects.forEach(pod -> probe(all, pod, false));
    suspects.forEach(pod -> look(all, pod, false));
    for (Step step : steps) {
      all.add(renumbered(step, new StepId(all.size() + 1)));
    }
    suspects.forEach(pod -> probe(all, pod, true));
    suspects.forEach(pod -> look(all, pod, true));
    return List.copyOf(all);
  }

  private void probe(List<Step> all, Pod pod, boolean after) {
    OptionalInt port = port(pod);
    boolean possible = !pod.status().podIp().isEmpty() && !pod.shape().host().network();
    String image = request.how().probeImage();
    if (!image.isEmpty() && possible && port.isPresent()) {
      ContainStep.Probe probe = new ContainStep.Probe(pod.status().podIp(), port.getAsInt(), image);
      all.add(new ContainStep.ProbeIngress(new StepId(all.size() + 1), pod.ref(), probe, after));
    }
  }

  private void look(List<Step> all, Pod pod, boolean after) {
    if (request.how().lookInside()) {
      new Outlook(snapshot)
          .of(pod)
          .ifPresent(look ->
              all.add(
                  new ContainStep.LookInside(new StepId(all.size() + 1), pod.ref(), look, after)));
    }
  }

  /** A port on which a service reaches it. */
  private OptionalInt port(Pod pod) {
    return snapshot.slicesOf(pod).stream()
        .map(EndpointSlice::ports)
        .flatMap(List::stream)
        .mapToInt(Integer::intValue)
        .min();
  }

  private static Step renumbered(Step step, StepId id) {
    return switch (step) {
      case ContainStep.EditFields(_, var target, var purpose, var edits, var witnesses) ->
          new ContainStep.EditFields(id, target, purpose, edits, witnesses);
      case ContainStep.MakePolicy(_, var target, var quarantine) ->
          new ContainStep.MakePolicy(id, target, quarantine);
      default -> throw new IllegalArgumentException("no step of an isolation: " + step);
    };
  }

  private void edit(
      ObjectRef target, Purpose purpose, List<FieldEdit> edits, List<ObjectRef> witnesses) {
    steps.add(new ContainStep.EditFields(id(), target, purpose, edits, witnesses));
  }

  private StepId id() {
    return new StepId(steps.size() + 1);
  }
}
