package org.lazaretto.plan;

import java.util.List;
import java.util.Optional;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;

/**
 * What takes a change back, as a case keeps it before the change is sent: it must be possible to
 * recover from the case alone.
 */
public sealed interface TakeBack {
  /** The object that was changed. */
  ObjectRef target();

  /** Fields get back their former values. */
  record Edits(ObjectRef target, List<FieldEdit> edits) implements TakeBack {
    /** Copies what it is given. */
    public Edits {
      edits = List.copyOf(edits);
    }
  }

  /** A policy that the case created is removed; it has a UID only once it was created. */
  record Remove(ObjectRef target, String quarantine) implements TakeBack {}

  /**
   * The pods that were made to try a suspect are removed, where they are still there. Their names
   * are the server's choice, so that they are known by their label.
   *
   * @param target where they stand, without a name
   * @param suspect the UID of the pod that was tried
   */
  record RemoveProbes(ObjectRef target, String suspect) implements TakeBack {}

  /**
   * A container that somebody froze on its node is let go on there, by hand.
   *
   * @param target the pod
   * @param node the node's name
   * @param container the container and how its node keeps it
   * @param runtime by which id its runtime knows it
   */
  record Resume(ObjectRef target, String node, DisposeStep.Kept container, ContainerId runtime)
      implements TakeBack {}

  /** It as text that {@link #read} understands. */
  default String text() {
    return TakeBackText.write(this);
  }

  /** The text read back; empty if it is none, or something in it was masked as a secret. */
  static Optional<TakeBack> read(String text) {
    return TakeBackText.read(text);
  }

  /** What takes the step back; empty if nothing does, or nothing needs to. */
  static Optional<TakeBack> of(Step step) {
    return switch (step) {
      case CaptureStep _, EvacuateStep _ -> Optional.empty();
      case NodeStep.CordonNode(_, var node, var former) ->
          former ? Optional.empty() : Optional.of(new Edits(node.object(), List.of(uncordoned())));
      case ContainStep.EditFields edit ->
          edit.purpose() == Purpose.TOLERATE
              ? Optional.empty()
              : Optional.of(
                  new Edits(
                      edit.target(),
                      edit.edits().reversed().stream().map(FieldEdit::reversed).toList()));
      case ContainStep.MakePolicy(_, var target, var quarantine) ->
          Optional.of(new Remove(target, quarantine));
      case DisposeStep.DeletePod _,
          DisposeStep.DeleteOwner _,
          DisposeStep.DeleteToken _,
          DisposeStep.RestartContainer _ ->
          Optional.empty();
      case DisposeStep.OnNode(_, var pod, var node, var container, var runtime, var deed) ->
          deed == NodeDeed.PAUSE
              ? Optional.of(new Resume(pod.object(), node, container, runtime))
              : Optional.empty();
      case DisposeStep.ScaleToZero(_, var target, var former, _) ->
          Optional.of(
              new Edits(
                  target,
                  List.of(
                      new FieldEdit.Value(
                          "/spec/replicas",
                          Optional.of("0"),
                          Optional.of(String.valueOf(former))))));
      case ContainStep.ProbeIngress(_, var pod, _, _) ->
          Optional.of(new RemoveProbes(ProbePod.place(pod.namespace()), pod.uid()));
      case ContainStep.RemovePolicy _, ContainStep.RemoveProbe _, ContainStep.LookInside _ ->
          Optional.empty();
    };
  }

  /** The server leaves out {@code spec.unschedulable} where it is false. */
  private static FieldEdit uncordoned() {
    return new FieldEdit.Value("/spec/unschedulable", Optional.of("true"), Optional.empty());
  }
}
