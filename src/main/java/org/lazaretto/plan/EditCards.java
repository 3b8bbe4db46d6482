package org.lazaretto.plan;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Permission;
import org.lazaretto.model.Visibility;

/** What is said about the steps that change fields of an object, each by what it is for. */
record EditCards(Kubectl kubectl) {
  private static final Set<Visibility> INVISIBLE = Set.of(Visibility.API);

  Card card(ContainStep.EditFields step) {
    return new Card(
        title(step),
        command(step.target(), step.edits()),
        rationale(step.purpose()),
        playbook(step.purpose()),
        permission(step.target()),
        visibility(step.purpose()),
        proof(step));
  }

  private static String title(ContainStep.EditFields step) {
    String what = step.target().spoken();
    return switch (step.purpose()) {
      case QUARANTINE_POD -> "Label " + what + " as the case's suspect";
      case EXCEPT_FROM_POLICY -> "Take the case's suspects out of " + what;
      case LEAVE_SERVICES -> "Take " + what + " out of its services";
      case STRIP_LABELS -> "Strip " + what + " of the labels of its owner and services";
      case CLOSE_SERVICE -> "Close " + what;
      case QUARANTINE_NODE -> "Label " + what + " as quarantined";
      case HOLD_NODE -> "Keep autoscalers off " + what;
      case TAINT_NODE -> "Taint " + what + " so that nothing is placed there";
      case TOLERATE -> "Let " + what + " stand the taint that empties its node";
      case EXPEL -> "Taint " + what + " so that everything else leaves it";
      case UNBIND -> "Take the suspects' service accounts out of " + what;
      case UNCORDON -> "Uncordon " + what;
      case RESTORE -> "Restore " + fields(step.edits()) + " of " + what;
    };
  }

  private static String fields(List<FieldEdit> edits) {
    return edits.stream()
        .map(edit -> FieldWords.of(edit.pointer()))
        .collect(Collectors.joining(", "));
  }

  private static String rationale(Purpose purpose) {
    return switch (purpose) {
      case QUARANTINE_POD ->
          "The case's policy chooses exactly this label. The value is the case's own, so nothing"
              + " else is caught by it.";
      case EXCEPT_FROM_POLICY ->
          "Policies are additive: what this one allows would survive the deny-all (T-06). For all"
              + " other pods it stays as it is.";
      case LEAVE_SERVICES ->
          "The services choose by these labels and its owner does not: traffic stops, the owner"
              + " keeps the pod and starts no other.";
      case STRIP_LABELS ->
          "Without them no service sends it traffic and its owner lets it go, so nothing scales it"
              + " away. The owner starts another one (T-10).";
      case CLOSE_SERVICE ->
          "No pod carries what it chooses by now: nothing is sent to the suspect, nor to any other"
              + " pod behind it.";
      case QUARANTINE_NODE -> "Whoever looks at the nodes sees that this one is not to be used.";
      case HOLD_NODE -> "An emptied node is the first that an autoscaler removes (T-23).";
      case TAINT_NODE ->
          "A stolen kubelet credential can uncordon a node, but it cannot remove a taint (T-47).";
      case TOLERATE -> "Without it the taint would delete the suspect and its evidence (T-17).";
      case EXPEL -> "It deletes all that does not tolerate it, and ignores budgets (T-17).";
      case UNBIND -> "Whoever holds a token of the account has the rights that this binding gives.";
      case UNCORDON -> "The node is to take pods again.";
      case RESTORE -> "The case changed it; this is the value that it had before.";
    };
  }

  private static Playbook playbook(Purpose purpose) {
    return switch (purpose) {
      case QUARANTINE_POD, EXCEPT_FROM_POLICY, STRIP_LABELS ->
          new Playbook("EKS-ISOLATE", "Isolate the pod by a network policy");
      case LEAVE_SERVICES, CLOSE_SERVICE -> new Playbook("EKS-ISOLATE", "Isolate the service");
      case QUARANTINE_NODE, HOLD_NODE -> new Playbook("EKS-ISOLATE", "Cordon and label the node");
      case TAINT_NODE -> new Playbook("GKE-CONTAIN", "Cordon the node");
      case TOLERATE, EXPEL -> new Playbook("GKE-CONTAIN", "Drain the node");
      case UNBIND -> new Playbook("EKS-ISOLATE", "Revoke the credentials of the service account");
      case UNCORDON, RESTORE -> new Playbook("EKS-ISOLATE", "Recovery");
    };
  }

  private static Permission permission(ObjectRef target) {
    String group =
        target.apiVersion().contains("/")
            ? target.apiVersion().substring(0, target.apiVersion().indexOf('/'))
            : "";
    String lower = target.kind().toLowerCase(Locale.ROOT);
    String plural =
        lower.endsWith("y") ? lower.substring(0, lower.length() - 1) + "ies" : lower + "s";
    return new Permission("patch", group, plural, "", target.namespace());
  }

  private static Set<Visibility> visibility(Purpose purpose) {
    return switch (purpose) {
      case QUARANTINE_POD, EXCEPT_FROM_POLICY -> Set.of(Visibility.NETWORK, Visibility.API);
      case LEAVE_SERVICES, STRIP_LABELS ->
          Set.of(Visibility.NETWORK, Visibility.FILE, Visibility.API);
      case CLOSE_SERVICE -> Set.of(Visibility.NETWORK, Visibility.API);
      case QUARANTINE_NODE, HOLD_NODE, TAINT_NODE, TOLERATE, UNBIND, UNCORDON, RESTORE -> INVISIBLE;
      case EXPEL -> Set.of(Visibility.NETWORK, Visibility.PROCESS, Visibility.API);
    };
  }

  private static String proof(ContainStep.EditFields step) {
    return switch (step.purpose()) {
      case LEAVE_SERVICES, STRIP_LABELS ->
          "the labels are read again, and no EndpointSlice of its services names the pod's UID";
      case CLOSE_SERVICE ->
          "the selector is read again, and no EndpointSlice of the service names a pod";
      case QUARANTINE_POD,
          EXCEPT_FROM_POLICY,
          QUARANTINE_NODE,
          HOLD_NODE,
          TAINT_NODE,
          TOLERATE,
          EXPEL,
          UNBIND,
          UNCORDON,
          RESTORE ->
          "the fields are read again and have the wanted values";
    };
  }

  Inverse inverse(ContainStep.EditFields step) {
    Command back =
        command(step.target(), step.edits().reversed().stream().map(FieldEdit::reversed).toList());
    return switch (step.purpose()) {
      case TOLERATE ->
          new Inverse.None("Kubernetes adds tolerations to a running pod and removes none.");
      case EXPEL ->
          new Inverse.Compensating(
              back, "The taint is gone; the pods that it drove away are not back.");
      case STRIP_LABELS ->
          new Inverse.Compensating(
              back,
              "The labels are as before; its controller may adopt it again and delete a surplus pod"
                  + " (T-11).");
      case QUARANTINE_POD,
          EXCEPT_FROM_POLICY,
          LEAVE_SERVICES,
          CLOSE_SERVICE,
          QUARANTINE_NODE,
          HOLD_NODE,
          TAINT_NODE,
          UNBIND,
          UNCORDON,
          RESTORE ->
          new Inverse.Exact(back, "the fields have their former values");
    };
  }

  /** Taints and annotations have commands of their own, which need no list or map to be there. */
  private Command command(ObjectRef target, List<FieldEdit> edits) {
    return NodeWords.of(target, edits)
        .map(words -> kubectl.of(words.toArray(String[]::new)))
        .orElseGet(() ->
            kubectl.about(target, "patch", "--type=json", "-p", PatchText.of(target.uid(), edits)));
  }
}
