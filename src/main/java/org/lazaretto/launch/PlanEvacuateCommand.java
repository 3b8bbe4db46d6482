package org.lazaretto.launch;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Usual;
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
    EVICT;

    private static Decision of(boolean moves) {
      return moves ? EVICT : KEEP;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
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
      paramLabel = "METHOD",
      description =
          "How workloads move: evict, restart, drain, taint or keep (default: ${DEFAULT-VALUE}).")
  private Request.Method method = Usual.METHOD;

  @Option(
      names = "--workload",
      paramLabel = "NS/KIND/NAME=METHOD",
      description = "Another method for one workload; repeatable.")
  private Map<String, Request.Method> perWorkload = new HashMap<>();

  @Option(
      names = "--empty-dir",
      paramLabel = "DECISION",
      description =
          "Pods with an emptyDir, whose content is lost: keep or evict (default: ${DEFAULT-VALUE}).")
  private Decision emptyDir = Decision.of(Usual.DECISIONS.emptyDir());

  @Option(
      names = "--bare",
      paramLabel = "DECISION",
      description =
          "Pods that no controller brings back: keep or evict (default: ${DEFAULT-VALUE}).")
  private Decision bare = Decision.of(Usual.DECISIONS.bare());

  @Option(
      names = "--kube-system",
      paramLabel = "DECISION",
      description = "Pods of kube-system: keep or evict (default: ${DEFAULT-VALUE}).")
  private Decision kubeSystem = Decision.of(Usual.DECISIONS.kubeSystem());

  @Option(
      names = "--siblings",
      paramLabel = "DECISION",
      description =
          "Pods of a suspect's own workload, see T-10: keep or evict (default: ${DEFAULT-VALUE}).")
  private Decision siblings = Decision.of(Usual.DECISIONS.siblings());

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
