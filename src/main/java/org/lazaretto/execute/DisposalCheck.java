package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/** Says by fresh reads whether what was to end is gone. */
final class DisposalCheck {
  private static final String REPLICAS = "/spec/replicas";
  private static final String DELETION = "/metadata/deletionTimestamp";

  private final ClusterReads reads;
  private final ContainerProof containers = new ContainerProof();

  DisposalCheck(ClusterReads reads) {
    this.reads = reads;
  }

  /** Whether nothing of the UIDs is there that the step ends. */
  Verdict of(DisposeStep step) {
    try {
      List<String> there = new ArrayList<>();
      for (PodRef ref : step.losing()) {
        Optional<Pod> pod = reads.pod(ref.namespace(), ref.name());
        if (pod.filter(found -> found.ref().equals(ref)).isPresent()) {
          there.add(ref.path());
        }
      }
      return switch (step) {
        case DisposeStep.DeletePod _ -> verdict(there, "Read again: nothing of this UID is there.");
        case DisposeStep.DeleteOwner owner -> {
          if (stands(owner.target())) {
            there.add(owner.target().path());
          }
          yield verdict(
              there,
              owner.losing().isEmpty()
                  ? "Read again: nothing of this UID is there."
                  : "Read again: nothing of its UID, nor of its pods' UIDs, is there.");
        }
        case DisposeStep.DeleteToken token -> {
          if (stands(token.target())) {
            there.add(token.target().path());
          }
          yield verdict(there, "Read again: nothing of this UID is there.");
        }
        case DisposeStep.ScaleToZero scale -> scaled(scale, there);
        case DisposeStep.RestartContainer restart ->
            containers.restarted(restart, reads.containers(restart.pod()));
        case DisposeStep.OnNode onNode -> containers.onNode(onNode, reads.containers(onNode.pod()));
      };
    } catch (PortException e) {
      return Verifier.unread(e);
    }
  }

  /** Whether the end of what the step ends has begun, or cannot be told not to have. */
  boolean begun(DisposeStep step) {
    try {
      if (step instanceof DisposeStep.ScaleToZero scale) {
        return reads
            .fields(scale.target(), List.of(REPLICAS))
            .flatMap(now -> now.value(REPLICAS))
            .equals(Optional.of("0"));
      }
      return reads
          .fields(step.target(), List.of(DELETION))
          .filter(now -> now.object().uid().equals(step.target().uid()))
          .map(now -> now.value(DELETION).isPresent())
          .orElse(true);
    } catch (PortException unread) {
      return true;
    }
  }

  /** Whether nothing of that UID is there; false if that cannot be told. */
  boolean gone(ObjectRef target) {
    try {
      return !stands(target);
    } catch (PortException unread) {
      return false;
    }
  }

  private boolean stands(ObjectRef target) throws PortException {
    return reads
        .fields(target, List.of())
        .filter(now -> now.object().uid().equals(target.uid()))
        .isPresent();
  }

  private Verdict scaled(DisposeStep.ScaleToZero step, List<String> there) throws PortException {
    Optional<LiveFields> now = reads.fields(step.target(), List.of(REPLICAS));
    Optional<String> replicas = now.flatMap(fields -> fields.value(REPLICAS));
    return replicas.equals(Optional.of("0"))
        ? verdict(there, "Read again: it wants no pods, and those that it had are gone.")
        : new Verdict.DoesNotHold("Read again: it wants " + replicas.orElse("?") + " pods.");
  }

  private static Verdict verdict(List<String> there, String proof) {
    return there.isEmpty()
        ? new Verdict.Holds(proof)
        : new Verdict.DoesNotHold("Still there: " + String.join(", ", there) + ".");
  }
}
