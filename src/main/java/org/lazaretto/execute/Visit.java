package org.lazaretto.execute;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.execute.Sockets.Socket;
import org.lazaretto.plan.ContainStep.LookInside;
import org.lazaretto.plan.Inside;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;
import org.lazaretto.port.Ran;

/** One look from inside one pod; what it saw is kept even if it is cut off. */
final class Visit {
  private static final String HOST = "/status/hostIP";
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final ClusterReads reads;
  private final Timing timing;
  private final Questions questions;
  private final Run run;
  private final LookInside step;
  private Optional<Reach> egress = Optional.empty();
  private Optional<Sockets> sockets = Optional.empty();
  private Optional<String> unlisted = Optional.empty();
  private String node = "";

  Visit(ClusterReads reads, Timing timing, Questions questions, Run run, LookInside step) {
    this.reads = reads;
    this.timing = timing;
    this.questions = questions;
    this.run = run;
    this.step = step;
  }

  /** Asks everything; what was seen before a failure stays seen. */
  Act made() throws PortException {
    node = host();
    if (!step.after()) {
      list();
    }
    if (step.look().tries()) {
      tryToConnect();
    } else {
      egress = Optional.of(Reach.unknown("Nothing is known that could be tried from inside."));
    }
    if (step.after()) {
      list();
      listAgain();
    }
    return questions
        .last()
        .map(exchange -> Act.done(questions.asked() + " commands were run in " + where(), exchange))
        .orElseThrow(() -> new IllegalStateException("a look asks something"));
  }

  private String where() {
    return "its container " + step.look().container();
  }

  /** The node always reaches its own pods, whatever a policy says. */
  private String host() throws PortException {
    return reads
        .fields(step.target(), List.of(HOST))
        .flatMap(fields -> fields.value(HOST))
        .map(text -> text.replace("\"", ""))
        .orElse("");
  }

  private void tryToConnect() throws PortException {
    Enforcement enforcement = new Enforcement(timing);
    Reach reach = connect();
    int tries = 1;
    egress = Optional.of(reach);
    while (step.after() && reach.open() && enforcement.again(run, step, tries, reach.text())) {
      tries++;
      reach = connect();
      egress = Optional.of(reach);
    }
    egress =
        Optional.of(new Reach(reach.connected(), reach.text() + enforcement.tried(run, tries)));
  }

  /** The first way for which the container has a program. */
  private Reach connect() throws PortException {
    for (Inside.Way way : Inside.Way.values()) {
      Ran ran = questions.ask(Inside.connect(way, step.look()));
      Optional<Boolean> connected = Connecting.of(way, ran);
      if (connected.isPresent()) {
        String made = connected.get() ? "a connection is made to " : "no connection is made to ";
        return new Reach(connected, made + goal());
      }
    }
    return Reach.unknown("It has no program that could try a connection.");
  }

  private String goal() {
    return step.look().name() + " (" + step.look().address() + " port " + step.look().port() + ").";
  }

  /** Whether there is a list. */
  private boolean list() throws PortException {
    Ran ran = questions.ask(Inside.connections());
    if (ran.ending() instanceof Ran.Ending.NotRun) {
      unlisted = Optional.of("It has no program that could list its connections.");
    } else if (!Sockets.isList(ran.out())) {
      unlisted = Optional.of("What it answered is no list of connections.");
    } else if (!ran.whole()) {
      unlisted = Optional.of("It lists more connections than are read.");
    } else {
      sockets = Optional.of(Sockets.of(ran.out()));
      return true;
    }
    return false;
  }

  /**
   * What sends again and again without an answer is cut, or slow: a second look tells. Without one
   * nothing is taken to be cut.
   */
  private void listAgain() throws PortException {
    Set<Socket> stuck = stuck();
    stuckAre(Set.of());
    if (!stuck.isEmpty() && timing.waiter().pause(BETWEEN) && list()) {
      stuckAre(stuck);
    }
  }

  private void stuckAre(Set<Socket> stuck) {
    sockets =
        sockets.map(now ->
            new Sockets(
                now.all().stream()
                    .map(socket -> stuck.contains(socket) ? socket : socket.unstuck())
                    .toList()));
  }

  private Set<Socket> stuck() {
    return sockets.map(Sockets::all).orElse(List.of()).stream()
        .filter(Socket::stuck)
        .collect(Collectors.toSet());
  }

  /**
   * What was seen.
   *
   * @param otherwise why what was not seen was not
   */
  Looked seen(String otherwise) {
    Reach reach = egress.orElseGet(() -> Reach.unknown(otherwise));
    Optional<List<Socket>> standing = sockets.map(list -> list.established(node));
    List<Socket> asking = sockets.map(Sockets::asking).orElse(List.of());
    return new Looked(reach, standing, asking, unlisted.orElse(otherwise));
  }
}
