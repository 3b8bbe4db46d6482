package org.lazaretto.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Permission;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Propagation;
import org.lazaretto.model.Visibility;

/** What is said about the steps that end suspects. */
final class DisposeCards {
  private static final Set<Visibility> ENDED =
      Set.of(Visibility.NETWORK, Visibility.PROCESS, Visibility.API);

  private final Kubectl kubectl;
  private final ContainerCards containers;

  DisposeCards(ClusterIdentity cluster) {
    this.kubectl = new Kubectl(cluster);
    this.containers = new ContainerCards(cluster);
  }

  /** A pod that ends takes all that is in it along; its volumes and the node's disk stay. */
  static Set<EvidenceClass> destroys(DisposeStep step) {
    return switch (step) {
      case DisposeStep.RestartContainer _, DisposeStep.OnNode _ -> ContainerCards.destroys(step);
      case DisposeStep.DeletePod _,
          DisposeStep.DeleteOwner _,
          DisposeStep.DeleteToken _,
          DisposeStep.ScaleToZero _ ->
          step.losing().isEmpty() ? Set.of() : Card.OF_A_POD;
    };
  }

  Card card(DisposeStep step) {
    return switch (step) {
      case DisposeStep.DeletePod(_, var pod, var owner) ->
          new Card(
              "Delete " + pod.object().spoken(),
              delete(pod.object(), Propagation.BACKGROUND),
              owner.equals(pod.object())
                  ? "It is a suspect, and nothing brings it back."
                  : "It is a suspect; " + owner.spoken() + " starts another one (T-10).",
              new Playbook("EKS-ISOLATE", "Delete the pod"),
              new Permission("delete", "", "pods", "", pod.namespace()),
              ENDED,
              "no pod of this UID is there any more");
      case DisposeStep.DeleteOwner(_, var target, var propagation, var losing) ->
          new Card(
              "Delete " + target.spoken() + ", " + with(propagation),
              delete(target, propagation),
              losing.isEmpty()
                  ? "Otherwise it would start another pod for each that is deleted."
                  : "It and its " + pods(losing) + " share the hole.",
              new Playbook("EKS-ISOLATE", "Delete the owner"),
              right("delete", target),
              losing.isEmpty() ? Set.of(Visibility.API) : ENDED,
              losing.isEmpty()
                  ? "nothing of this UID is there any more"
                  : "nothing of this UID is there any more, nor its pods");
      case DisposeStep.RestartContainer restart -> containers.card(restart);
      case DisposeStep.OnNode onNode -> containers.card(onNode);
      case DisposeStep.DeleteToken(_, var target) ->
          new Card(
              "Delete the token in " + target.spoken(),
              delete(target, Propagation.BACKGROUND),
              "A token in a Secret does not end by itself, nor with the pod that used it (T-33).",
              new Playbook("EKS-ISOLATE", "Revoke the credentials of the service account"),
              new Permission("delete", "", "secrets", "", target.namespace()),
              Set.of(Visibility.API),
              "nothing of this UID is there any more");
      case DisposeStep.ScaleToZero(_, var target, var former, var losing) ->
          new Card(
              "Scale " + target.spoken() + " to 0",
              kubectl.about(target, "scale", "--replicas=0", "--current-replicas=" + former),
              "It ends all of its " + pods(losing) + " and starts none until it is scaled up.",
              new Playbook("EKS-ISOLATE", "Scale the owner to 0"),
              right("patch", target),
              ENDED,
              "spec.replicas is read again, and none of its pods is there any more");
    };
  }

  private static String with(Propagation propagation) {
    return switch (propagation) {
      case FOREGROUND -> "its pods first";
      case BACKGROUND -> "its pods afterwards";
      case ORPHAN -> "leaving what it owns";
    };
  }

  private static String pods(List<PodRef> losing) {
    return losing.size() == 1 ? "pod" : losing.size() + " pods";
  }

  private static Permission right(String verb, ObjectRef target) {
    String group = target.kind().equals("Job") ? "batch" : "apps";
    String plural = target.kind().toLowerCase(Locale.ROOT) + "s";
    return new Permission(verb, group, plural, "", target.namespace());
  }

  /** Only a raw request carries the UID. */
  private Command delete(ObjectRef target, Propagation propagation) {
    String options =
        "{\"apiVersion\":\"v1\",\"kind\":\"DeleteOptions\",\"propagationPolicy\":"
            + JsonText.of(propagation.word())
            + ",\"preconditions\":{\"uid\":"
            + JsonText.of(target.uid())
            + "}}";
    Command raw = kubectl.of("delete", "--raw", RawPath.of(target), "-f", "-");
    return new Command(raw.words(), Optional.of(options));
  }

  Inverse inverse(DisposeStep step) {
    return switch (step) {
      case DisposeStep.DeletePod _ ->
          new Inverse.None("A deleted pod does not come back; nor does what was in it.");
      case DisposeStep.RestartContainer restart -> containers.inverse(restart);
      case DisposeStep.OnNode onNode -> containers.inverse(onNode);
      case DisposeStep.DeleteToken _ ->
          new Inverse.None("A Secret made again holds another token; give it to whom it belongs.");
      case DisposeStep.DeleteOwner(_, var target, _, _) ->
          new Inverse.None(
              "What is made again of "
                  + target.spoken()
                  + " is another object; its text is in the frozen evidence.");
      case DisposeStep.ScaleToZero(_, var target, var former, _) ->
          new Inverse.Compensating(
              kubectl.about(target, "scale", "--replicas=" + former, "--current-replicas=0"),
              "As many pods as before, but new ones: with the same hole, unless it was closed.");
    };
  }
}
