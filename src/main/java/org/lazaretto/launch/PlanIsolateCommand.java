package org.lazaretto.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Isolation;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Usual;
import org.lazaretto.session.CaseLabel;
import org.lazaretto.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "isolate",
    description = {
      "Shuts the suspects off: the case's label, a deny-all policy that chooses it alone,",
      "exceptions in the policies that would let something through, and their services."
    })
final class PlanIsolateCommand implements Callable<Integer> {
  private final Planning planning;
  private final Cases cases;
  @Mixin private GlobalOptions options = new GlobalOptions();
  @Mixin private SuspectOptions suspects = new SuspectOptions();

  @Option(
      names = "--quarantine",
      paramLabel = "VALUE",
      description = {
        "The label's value, one that the case alone uses (default: the case's own, as in",
        "the window; without --case it is made of the suspects' UIDs)."
      })
  private Optional<String> quarantine = Optional.empty();

  @Option(
      names = "--case",
      paramLabel = "DIR",
      description = {
        "The case that will carry it out: its folder, or the one in which `apply` will make",
        "it. It is read only."
      })
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--services",
      paramLabel = "WAY",
      description = {
        "leave: a suspect leaves them where its labels allow it;",
        "close: they choose no pod at all; keep (default: ${DEFAULT-VALUE})."
      })
  private Isolation.Services services = Usual.ISOLATION.services();

  @Option(
      names = "--except-policies",
      paramLabel = "CHOICE",
      description =
          "Policies that allow something let go of a suspect, see T-06 (default: ${DEFAULT-VALUE}).")
  private Choice policies = Choice.of(Usual.ISOLATION.exceptPolicies());

  @Option(
      names = "--strip-labels",
      paramLabel = "CHOICE",
      description =
          "A suspect may lose its owner to leave a service, see T-10 (default: ${DEFAULT-VALUE}).")
  private Choice strip = Choice.of(Usual.ISOLATION.stripLabels());

  @Option(
      names = "--probe-image",
      paramLabel = "IMAGE",
      description = {
        "The image of the pod that tries to connect, with nc in it;",
        "empty to try nothing (default: ${DEFAULT-VALUE})."
      })
  private String probeImage = Usual.ISOLATION.probeImage();

  @Option(
      names = "--look-inside",
      paramLabel = "CHOICE",
      description = {
        "Run fixed commands in the suspects that list their connections and try one,",
        "before and after; alters them, so T-35 has to be waived (default: ${DEFAULT-VALUE})."
      })
  private Choice look = Choice.of(Usual.ISOLATION.lookInside());

  PlanIsolateCommand(Planning planning, Cases cases) {
    this.planning = planning;
    this.cases = cases;
  }

  @Override
  public Integer call() throws SessionException, InterruptedException {
    Isolation how = new Isolation(services, policies.yes(), strip.yes(), probeImage, look.yes());
    return planning.plan(
        options,
        session -> {
          List<PodRef> pods = session.suspects(suspects.suspects());
          String value = label(pods, session.cluster().uid());
          return session.plan(new Request.Isolate(pods, value, how), Optional.empty(), lines());
        },
        suspects.out());
  }

  /** What the case has proven so far stands in its journal. */
  private List<JournalLine> lines() throws SessionException {
    return folder.isPresent() ? cases.lines(folder.get()) : List.of();
  }

  /** Without a case the suspects are all that a value can be made of; the case then keeps to it. */
  private String label(List<PodRef> pods, String cluster) throws SessionException {
    if (quarantine.isPresent()) {
      return quarantine.get();
    }
    return folder.isPresent()
        ? CaseLabel.in(cases.at(folder.get()), Cases.id(folder.get()), cluster)
        : Quarantine.of(pods);
  }
}
