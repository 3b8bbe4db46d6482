package org.lazaretto.launch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Wizard;
import org.lazaretto.session.PlanWish;
import org.lazaretto.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "evacuate",
    description = {
      "Moves the clean applications off the suspects' nodes.",
      "Suspects, DaemonSet and static pods always stay."
    })
final class PlanEvacuateCommand implements Callable<Integer> {
  /** What happens to a class of pods that needs a named decision. */
  enum Decision {
    KEEP,
    EVICT
  }

  private final Planning planning;
  @Mixin private GlobalOptions options = new GlobalOptions();
  @Mixin private SuspectOptions suspects = new SuspectOptions();

  @Option(
      names = "--node",
      arity = "1..*",
      paramLabel = "NAME",
      description = "These nodes instead of the suspects' own.")
  private List<String> nodes = List.of();

  @Option(
      names = "--method",
      defaultValue = "evict",
      paramLabel = "METHOD",
      description =
          "How workloads move: evict, restart, taint or keep (default: ${DEFAULT-VALUE}).")
  private Request.Method method = Request.Method.EVICT;

  @Option(
      names = "--workload",
      paramLabel = "NS/KIND/NAME=METHOD",
      description = "Another method for one workload; repeatable.")
  private Map<String, Request.Method> perWorkload = new HashMap<>();

  @Option(
      names = "--empty-dir",
      defaultValue = "keep",
      paramLabel = "DECISION",
      description = "Pods with an emptyDir, whose content is lost: keep or evict (default: keep).")
  private Decision emptyDir = Decision.KEEP;

  @Option(
      names = "--bare",
      defaultValue = "keep",
      paramLabel = "DECISION",
      description = "Pods that no controller brings back: keep or evict (default: keep).")
  private Decision bare = Decision.KEEP;

  @Option(
      names = "--kube-system",
      defaultValue = "keep",
      paramLabel = "DECISION",
      description = "Pods of kube-system: keep or evict (default: keep).")
  private Decision kubeSystem = Decision.KEEP;

  @Option(
      names = "--siblings",
      defaultValue = "keep",
      paramLabel = "DECISION",
      description = "Pods of a suspect's own workload, see T-10: keep or evict (default: keep).")
  private Decision siblings = Decision.KEEP;

  PlanEvacuateCommand(Planning planning) {
    this.planning = planning;
  }

  @Override
  public Integer call() throws SessionException, InterruptedException {
    Request.Decisions decisions =
        new Request.Decisions(moves(emptyDir), moves(bare), moves(kubeSystem), moves(siblings));
    PlanWish wish =
        new PlanWish(Wizard.EVACUATE, suspects.suspects(), nodes, method, perWorkload, decisions);
    return planning.plan(options, wish, suspects.out());
  }

  private static boolean moves(Decision decision) {
    return decision == Decision.EVICT;
  }
}
