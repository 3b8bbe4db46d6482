package org.lazaretto.plan.credentials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.model.AccountAccess;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.Suspects;

/** Plans to take rights and tokens from the suspects' service accounts. Pure. */
public final class CredentialsPlanner {
  private CredentialsPlanner() {}

  /** The service accounts of the suspects that are there, each once. */
  public static List<ObjectRef> accounts(ClusterSnapshot snapshot, Request.Credentials request) {
    return Suspects.present(snapshot, request.suspects()).stream()
        .map(CredentialsPlanner::account)
        .distinct()
        .toList();
  }

  private static ObjectRef account(Pod pod) {
    String name = pod.shape().serviceAccount();
    return new ObjectRef(
        "v1", "ServiceAccount", pod.ref().namespace(), name.isEmpty() ? "default" : name, "");
  }

  /**
   * Each binding loses all of the accounts that it names, in one step, and keeps its other
   * subjects; then the Secrets that hold their tokens are deleted.
   *
   * @param access what is known of each account, read when the plan is made
   */
  public static PlanResult plan(
      ClusterSnapshot snapshot, Request.Credentials request, List<AccountAccess> access) {
    List<String> reasons = new ArrayList<>(Suspects.missing(snapshot, request.suspects()));
    if (!reasons.isEmpty()) {
      return new PlanResult.CannotPlan(reasons);
    }
    List<Step> steps = new ArrayList<>();
    if (request.bindings()) {
      bindings(access).forEach(binding -> steps.add(unbind(steps.size() + 1, binding)));
    }
    if (request.tokens()) {
      access.stream()
          .flatMap(account -> account.tokens().stream())
          .distinct()
          .forEach(
              token -> steps.add(new DisposeStep.DeleteToken(new StepId(steps.size() + 1), token)));
    }
    return steps.isEmpty()
        ? new PlanResult.CannotPlan(
            List.of(nothing(request)), request.bindings() && request.tokens())
        : new PlanResult.Planned(Plan.of(snapshot.cluster(), request, steps));
  }

  private static String nothing(Request.Credentials request) {
    String bindings = "No binding names a suspect's service account";
    String tokens = "no Secret holds its token";
    if (request.bindings() && request.tokens()) {
      return bindings + ", and " + tokens + ".";
    }
    if (!request.bindings() && !request.tokens()) {
      return "Neither bindings nor tokens are asked for.";
    }
    return request.bindings()
        ? bindings + ". Tokens are not asked for."
        : "N" + tokens.substring(1) + ". Bindings are not asked for.";
  }

  /** What the accounts have in each binding, whichever of them it names. */
  private static List<AccountAccess.Binding> bindings(List<AccountAccess> access) {
    Map<String, AccountAccess.Binding> once = new LinkedHashMap<>();
    for (AccountAccess account : access) {
      account
          .bindings()
          .forEach(each -> once.merge(each.object().uid(), each, CredentialsPlanner::both));
    }
    return List.copyOf(once.values());
  }

  /** Each account was read by itself; what was read last is what the binding has now. */
  private static AccountAccess.Binding both(
      AccountAccess.Binding first, AccountAccess.Binding last) {
    List<String> naming = new ArrayList<>(first.naming());
    naming.addAll(last.naming());
    return new AccountAccess.Binding(last.object(), last.role(), last.subjects(), naming);
  }

  private static Step unbind(int number, AccountAccess.Binding binding) {
    List<String> left = new ArrayList<>(binding.subjects());
    left.removeAll(binding.naming());
    FieldEdit edit =
        new FieldEdit.Value(
            "/subjects",
            Optional.of(json(binding.subjects())),
            left.isEmpty() ? Optional.empty() : Optional.of(json(left)));
    return new ContainStep.EditFields(
        new StepId(number), binding.object(), Purpose.UNBIND, List.of(edit), List.of());
  }

  private static String json(List<String> subjects) {
    return "[" + String.join(",", subjects) + "]";
  }
}
