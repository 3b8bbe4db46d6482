package org.lazaretto.plan.recover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.CasePolicy;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.JsonText;
import org.lazaretto.plan.NodeDeed;
import org.lazaretto.plan.ProbePod;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.TakeBack;

/** The steps back, and what somebody else has changed since. */
final class WayBack {
  private final ClusterSnapshot snapshot;
  private final History history;
  private final Collection<String> left;
  private final List<Step> steps = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  WayBack(ClusterSnapshot snapshot, Request.Recover request, History history) {
    this.history = history;
    this.snapshot = snapshot;
    this.left = request.leave();
    for (Applied applied : history.applied().reversed()) {
      if (!left.contains(key(applied.back().target())) && !left.contains(line(applied))) {
        back(applied);
      }
    }
  }

  /** The name by which a person leaves one step as it is, whatever else was done to its object. */
  static String line(Applied applied) {
    return Long.toString(applied.line());
  }

  /** The name by which a person leaves an object as it is. */
  static String key(ObjectRef ref) {
    return ref.namespace() + "/" + ref.kind() + "/" + ref.name();
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void back(Applied applied) {
    Optional<LiveFields> now = history.now(applied.back().target());
    if (now.isEmpty() && !(applied.back() instanceof TakeBack.RemoveProbes)) {
      gone(applied);
      return;
    }
    switch (applied.back()) {
      case TakeBack.Edits edits -> edits(edits, now.get());
      case TakeBack.Remove made -> remove(applied, made, now.get());
      case TakeBack.Resume frozen -> resume(applied, frozen);
      case TakeBack.RemoveProbes probes -> probes(probes);
    }
  }

  /** A probe removes its pods itself, so that none is left as a rule, and nothing is said then. */
  private void probes(TakeBack.RemoveProbes made) {
    for (Pod pod : snapshot.pods()) {
      boolean leaving = pod.status().deleting().isPresent();
      if (ProbePod.tries(pod, made.suspect())
          && pod.ref().namespace().equals(made.target().namespace())
          && !leaving
          && !left.contains(key(pod.object()))) {
        steps.add(new ContainStep.RemoveProbe(id(), pod.ref()));
      }
    }
  }

  /** Without a UID only its content tells whose it is. */
  private void remove(Applied applied, TakeBack.Remove made, LiveFields now) {
    List<String> otherwise = CasePolicy.otherwise(now, made.quarantine());
    if (!otherwise.isEmpty() && made.target().uid().isEmpty()) {
      findings.add(
          new Finding(
              "R-04",
              Severity.WARN,
              List.of(now.object()),
              List.of(),
              "%s has the name of the policy that the case was to make (line %d), whose answer was lost; it is not as the case makes it, and is left as it is: %s."
                  .formatted(now.object().spoken(), applied.line(), String.join("; ", otherwise)),
              "Find out whose it is."));
      return;
    }
    StepId id = id();
    steps.add(new ContainStep.RemovePolicy(id, now.object(), made.quarantine()));
    if (!otherwise.isEmpty()) {
      findings.add(
          new Finding(
              "R-01",
              Severity.STOP,
              List.of(now.object()),
              List.of(id),
              "Somebody else changed %s since the case made it: %s. Removed, what they made of it is gone."
                  .formatted(now.object().spoken(), String.join("; ", otherwise)),
              "Find out who changed it and why; then waive this to remove it, or leave the object as"
                  + " it is."));
    }
  }

  /** A container that was started anew is frozen no more, whoever started it. */
  private void resume(Applied applied, TakeBack.Resume frozen) {
    Optional<ContainerRun> now = history.container(frozen.target(), frozen.container().name());
    if (now.isEmpty()
        || !now.get().id().equals(frozen.runtime().toString())
        || !now.get().running()) {
      findings.add(thawed(applied, frozen));
      return;
    }
    ObjectRef pod = frozen.target();
    steps.add(
        new DisposeStep.OnNode(
            id(),
            new PodRef(pod.namespace(), pod.name(), pod.uid()),
            frozen.node(),
            frozen.container(),
            frozen.runtime(),
            NodeDeed.RESUME));
  }

  private static Finding thawed(Applied applied, TakeBack.Resume frozen) {
    return new Finding(
        "R-04",
        Severity.INFORM,
        List.of(frozen.target()),
        List.of(),
        "Container %s of %s (%s), frozen on %s (line %d), has ended or was started anew since: nothing of it is frozen any more."
            .formatted(
                frozen.container().name(),
                frozen.target().spoken(),
                frozen.runtime(),
                frozen.node(),
                applied.line()),
        "Nothing has to be done.");
  }

  private void edits(TakeBack.Edits back, LiveFields now) {
    List<FieldEdit> edits = new ArrayList<>();
    List<FieldEdit.Value> foreign = new ArrayList<>();
    for (FieldEdit edit : back.edits()) {
      Optional<String> value = now.value(edit.pointer());
      switch (edit) {
        case FieldEdit.Item item -> {
          if (value.map(list -> JsonText.contains(list, item.item())).orElse(false) != item.add()) {
            edits.add(item);
          }
        }
        case FieldEdit.Value ours -> {
          if (!same(value, ours.wanted())) {
            edits.add(new FieldEdit.Value(ours.pointer(), value, ours.wanted()));
            if (!same(value, ours.former())) {
              foreign.add(ours);
            }
          }
        }
      }
    }
    if (edits.isEmpty()) {
      return;
    }
    StepId id = id();
    steps.add(
        new ContainStep.EditFields(
            id, now.object(), purpose(now.object(), edits), edits, List.of()));
    foreign.forEach(ours -> findings.add(foreign(id, now, ours)));
  }

  private static Purpose purpose(ObjectRef target, List<FieldEdit> edits) {
    boolean uncordons =
        target.kind().equals("Node")
            && edits.stream().anyMatch(edit -> edit.pointer().equals("/spec/unschedulable"));
    return uncordons ? Purpose.UNCORDON : Purpose.RESTORE;
  }

  private static boolean same(Optional<String> one, Optional<String> other) {
    return one.isPresent() == other.isPresent()
        && one.map(value -> JsonText.same(value, other.orElseThrow())).orElse(true);
  }

  private static Finding foreign(StepId step, LiveFields now, FieldEdit.Value ours) {
    return new Finding(
        "R-01",
        Severity.STOP,
        List.of(now.object()),
        List.of(step),
        "Somebody else changed %s of %s since: the case set it to %s, it is %s now, and was %s before."
            .formatted(
                ours.pointer(),
                now.object().spoken(),
                ours.former().orElse("nothing"),
                now.value(ours.pointer()).orElse("nothing"),
                ours.wanted().orElse("nothing")),
        "Find out who changed it and why; then waive this to restore it, or leave the object as it"
            + " is.");
  }

  private void gone(Applied applied) {
    ObjectRef target = applied.back().target();
    findings.add(
        new Finding(
            "R-04",
            Severity.INFORM,
            List.of(target),
            List.of(),
            target.spoken()
                + " is gone, or another one has its name; what the case changed there (\""
                + applied.title()
                + "\", line "
                + applied.line()
                + ") went with it.",
            "Nothing has to be done."));
  }

  private StepId id() {
    return new StepId(steps.size() + 1);
  }
}
