package org.lazaretto.execute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.Connections;
import org.lazaretto.model.Connections.State;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;

/** What was seen of the connections of the pods that one run isolates, before and after. */
final class Proofs {
  private static final String NOT_ASKED =
      "From it, and what stood before: not looked at, for that runs commands in it and alters it"
          + " (T-35), which nobody waived.";

  private static final String BEFORE = "before";

  private final Map<String, Two<Reach>> reaches = new HashMap<>();
  private final Map<String, Two<Looked>> looks = new HashMap<>();
  private final Earlier earlier;
  private Optional<Instant> since;

  /** Begins with what earlier runs of the case saw, for that plan. */
  Proofs(Earlier earlier, Plan plan) {
    this.earlier = earlier;
    this.since = earlier.made(plan);
  }

  /** What was seen before and after. */
  private record Two<T>(Optional<T> before, Optional<T> after) {
    static <T> Two<T> none() {
      return new Two<>(Optional.empty(), Optional.empty());
    }

    Two<T> with(T seen, boolean isAfter) {
      return isAfter ? new Two<>(before, Optional.of(seen)) : new Two<>(Optional.of(seen), after);
    }
  }

  /**
   * Since when the isolation is made: as the journal says, or the first time that somebody asks
   * whether it holds.
   */
  synchronized Instant isolated(Instant now) {
    if (since.isEmpty()) {
      since = Optional.of(now);
    }
    return since.get();
  }

  /** A pod of ours tried to connect to that one. */
  synchronized void reached(PodRef pod, Reach reach, boolean after) {
    reaches.put(pod.uid(), reaches.getOrDefault(pod.uid(), Two.none()).with(reach, after));
  }

  /** Somebody looked from inside. */
  synchronized void looked(PodRef pod, Looked looked, boolean after) {
    looks.put(pod.uid(), looks.getOrDefault(pod.uid(), Two.none()).with(looked, after));
  }

  /** What is proven of that pod so far. */
  synchronized Connections of(PodRef pod) {
    Two<Reach> reach = reach(pod);
    State ingress = ingress(reach);
    Optional<Two<Looked>> look = Optional.ofNullable(looks.get(pod.uid()));
    if (look.isEmpty()) {
      return new Connections(
          ingress, State.CANNOT_TELL, State.CANNOT_TELL, toIt(reach, ingress) + " " + NOT_ASKED);
    }
    Connections inside = inside(pod);
    return new Connections(
        ingress, inside.egress(), inside.established(), toIt(reach, ingress) + " " + inside.how());
  }

  /** What looks from inside that pod prove so far, without what a probe from outside does. */
  synchronized Connections inside(PodRef pod) {
    Two<Looked> look = looks.getOrDefault(pod.uid(), Two.none());
    Looked before = before(pod, look);
    Looked after = look.after().orElseGet(() -> Looked.nothing("Nobody looked afterwards."));
    State egress = State.proven(before.egress().connected(), after.egress().connected());
    Established stood = Established.of(before, after, earlier.stood(pod.uid()));
    return new Connections(
        State.CANNOT_TELL,
        egress,
        stood.state(),
        fromIt(before, after, egress) + " Established: " + stood.text());
  }

  /** What this run saw before counts; where it saw no open way, what an earlier run saw. */
  private Looked before(PodRef pod, Two<Looked> look) {
    Looked own = look.before().orElseGet(() -> Looked.nothing("Nobody looked before."));
    return own.egress().open()
        ? own
        : earlier.egress(pod.uid()).map(Proofs::then).map(own::reaching).orElse(own);
  }

  private Two<Reach> reach(PodRef pod) {
    Two<Reach> own = reaches.getOrDefault(pod.uid(), Two.none());
    return own.before().filter(Reach::open).isPresent()
        ? own
        : earlier.ingress(pod.uid()).map(line -> own.with(then(line), false)).orElse(own);
  }

  private static Reach then(long line) {
    return Reach.made(BEFORE + " (journal line " + line + ")");
  }

  private static State ingress(Two<Reach> reach) {
    return State.proven(
        reach.before().flatMap(Reach::connected), reach.after().flatMap(Reach::connected));
  }

  private static String toIt(Two<Reach> reach, State state) {
    String what =
        switch (state) {
          case OPEN -> "a connection is still accepted.";
          case BLOCKED ->
              "one was accepted "
                  + reach.before().map(Proofs::when).orElse(BEFORE)
                  + ", and none is now.";
          case CANNOT_TELL -> unproven(reach.before(), reach.after(), "No probe was made.");
        };
    return "To it: " + what;
  }

  /** An earlier run's line is named. */
  private static String when(Reach before) {
    return before.text().startsWith(BEFORE) ? before.text() : BEFORE;
  }

  private static String fromIt(Looked before, Looked after, State state) {
    String what =
        switch (state) {
          case OPEN -> after.egress().text();
          case BLOCKED ->
              "one was made " + when(before.egress()) + "; now " + after.egress().text();
          case CANNOT_TELL ->
              unproven(Optional.of(before.egress()), Optional.of(after.egress()), "");
        };
    return "From it: " + what;
  }

  /** What fails before an isolation cannot show afterwards that the isolation made it fail. */
  private static String unproven(Optional<Reach> before, Optional<Reach> after, String otherwise) {
    if (after.isPresent() && after.get().connected().isEmpty()) {
      return after.get().text();
    }
    return before
        .map(then -> then.text() + " So nothing is proven by what fails now.")
        .or(() -> after.map(Reach::text))
        .orElse(otherwise);
  }

  /** One entry for each pod that the run began to isolate, whatever could be told of it. */
  List<Entry> told(Run run) {
    List<Entry> told = new ArrayList<>();
    if (run.plan().request() instanceof Request.Isolate) {
      begun(run).forEach((_, pod) -> told.add(new Entry.Isolated(run.fingerprint(), pod, of(pod))));
    }
    return told;
  }

  private static Map<String, PodRef> begun(Run run) {
    Map<String, PodRef> pods = new LinkedHashMap<>();
    for (Step step : run.plan().steps()) {
      boolean sent = run.result(step).filter(r -> r.standing() != Standing.NOT_STARTED).isPresent();
      if (sent) {
        about(step).ifPresent(pod -> pods.put(pod.uid(), pod));
      }
    }
    return pods;
  }

  private static Optional<PodRef> about(Step step) {
    if (step instanceof ContainStep.EditFields edit && edit.purpose() == Purpose.QUARANTINE_POD) {
      return Optional.of(pod(edit.target()));
    }
    if (step instanceof ContainStep.ProbeIngress probe && probe.after()) {
      return Optional.of(probe.pod());
    }
    return step instanceof ContainStep.LookInside look && look.after()
        ? Optional.of(look.pod())
        : Optional.empty();
  }

  private static PodRef pod(ObjectRef ref) {
    return new PodRef(ref.namespace(), ref.name(), ref.uid());
  }
}
