package org.lazaretto.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Wizard;
import org.lazaretto.plan.evacuate.PodDecision;
import org.lazaretto.plan.isolate.Exit;
import org.lazaretto.plan.json.PlanJson;
import org.lazaretto.session.ClusterSession;
import org.lazaretto.session.PlanWish;
import org.lazaretto.session.SessionException;

/** What the three planning commands have in common: observe, plan, print, write. */
final class Planning {
  private final Clusters clusters;
  private final Console console;

  Planning(Clusters clusters, Console console) {
    this.clusters = clusters;
    this.console = console;
  }

  /** Makes a plan of what is seen. */
  interface Asking {
    Plan ask(ClusterSession session) throws SessionException;
  }

  int plan(GlobalOptions options, PlanWish wish, Optional<Path> out)
      throws SessionException, InterruptedException {
    return plan(options, session -> planned(session, wish, options.json()), out);
  }

  /** What cannot be planned while its nodes take new pods is shown as it will be. */
  private Plan planned(ClusterSession session, PlanWish wish, boolean json)
      throws SessionException {
    try {
      return session.plan(wish, Optional.empty());
    } catch (SessionException held) {
      if (held.kind() == SessionException.Kind.HELD && wish.wizard() == Wizard.EVACUATE && !json) {
        foresee(session, session.request(wish));
      }
      throw held;
    }
  }

  private void foresee(ClusterSession session, Request request) {
    if (request instanceof Request.Evacuate evacuate
        && !session.methods(evacuate).open().isEmpty()) {
      evacuation(session, evacuate);
    }
  }

  int plan(GlobalOptions options, Asking asking, Optional<Path> out)
      throws SessionException, InterruptedException {
    try (ClusterSession session = clusters.open(options)) {
      session.gaps().forEach(gap -> console.say("not seen: " + gap));
      Plan plan = asking.ask(session);
      String written = PlanJson.write(plan);
      if (out.isPresent()) {
        write(out.get(), written);
      }
      if (options.json()) {
        console.document(written);
      } else {
        new PlanPrinter(console).print(plan);
        decisions(session, plan);
        out.ifPresent(file -> next(file, plan));
      }
      return ExitStatus.HOLDS;
    }
  }

  private void decisions(ClusterSession session, Plan plan) {
    if (plan.request() instanceof Request.Isolate isolate) {
      console.print("");
      for (Exit exit : session.exits(isolate)) {
        console.print(
            "%-10s  %-50s  %s"
                .formatted(exit.way().word(), exit.service().object().spoken(), exit.reason()));
      }
    }
    if (plan.request() instanceof Request.Evacuate evacuate) {
      console.print("");
      evacuation(session, evacuate);
    }
  }

  private void evacuation(ClusterSession session, Request.Evacuate evacuate) {
    new MethodTablePrinter(console).print(session.methods(evacuate));
    console.print("");
    for (PodDecision decision : session.decide(evacuate).decisions()) {
      console.print(
          "%-6s  %-50s  %s"
              .formatted(decision.fate().word(), decision.pod().ref().path(), decision.reason()));
    }
  }

  private void next(Path file, Plan plan) {
    console.say(
        "written to %s; to carry it out: lazaretto apply %s --case DIR --approve %s"
            .formatted(file, file, plan.fingerprint()));
  }

  private static void write(Path file, String text) throws SessionException {
    try {
      PlanFile.write(file, text);
    } catch (IOException e) {
      throw new SessionException(
          SessionException.Kind.UNAVAILABLE,
          "The plan cannot be written to "
              + file
              + " ("
              + e.getMessage()
              + "). Nothing was changed. Name another file with --out.");
    }
  }
}
