package org.lazaretto.consequence;

import java.util.List;
import java.util.Optional;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-05: what a policy does to a connection that stands is up to the plugin. */
final class PolicyEffect implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Pod> suspects = Containing.suspects(scene);
    if (Containing.request(scene).isEmpty() || suspects.isEmpty()) {
      return List.of();
    }
    Optional<Plugin> plugin = Plugin.of(scene.snapshot());
    boolean enforced = plugin.map(Plugin::enforces).orElse(false);
    return List.of(
        new Finding(
            "T-05",
            enforced ? Severity.INFORM : Severity.WARN,
            Scene.objects(suspects),
            Containing.policySteps(scene),
            who(plugin)
                + " Kubernetes does not say what becomes of connections that stand when a policy"
                + " comes: they may go on as long as they like, also "
                + "those to an intruder.",
            "Believe only what the result shows as proven; to end what stands, shut the node off or end the"
                + " pod once its evidence is kept."));
  }

  private static String who(Optional<Plugin> plugin) {
    if (plugin.isEmpty()) {
      return "No network plugin that is known to enforce policies runs in kube-system: the policy"
          + " may do nothing at all.";
    }
    return plugin.get().enforces()
        ? "Policies are carried out by " + plugin.get().spoken() + ", if it is set to do so."
        : "The network plugin is "
            + plugin.get().spoken()
            + ", which does not enforce policies: the policy does nothing unless another plugin"
            + " does.";
  }
}
