package org.lazaretto.range.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lazaretto.range.store.ApiProblem;

/** Misfortunes that a test can bring about. Any thread may call it. */
public final class Faults {
  private static final String ANY = "*";

  private final List<Armed> armed = new ArrayList<>();
  private final Set<VertxOutlet> live = ConcurrentHashMap.newKeySet();

  /** What goes wrong. */
  public sealed interface Fault {
    /**
     * The request is carried out, its answer comes late.
     *
     * @param real how late, in real time
     */
    record LateAnswer(Duration real) implements Fault {}

    /** The request is carried out, then the connection breaks and no answer comes. */
    record LostAnswer() implements Fault {}

    /** The connection breaks before anything is carried out. */
    record LostRequest() implements Fault {}

    /**
     * The request is refused and not carried out.
     *
     * @param problem the answer
     */
    record Refusal(ApiProblem problem) implements Fault {}
  }

  /**
   * Which requests a fault strikes; {@code *} is any.
   *
   * @param verb as in {@code create}
   * @param resource plural, with the subresource behind a slash, as in {@code pods/eviction}
   * @param name of the object
   */
  public record Match(String verb, String resource, String name) {
    private boolean strikes(AuditLog.Call call) {
      String asked =
          call.subresource().isEmpty()
              ? call.resource()
              : call.resource() + "/" + call.subresource();
      return is(verb, call.verb()) && is(resource, asked) && is(name, call.name());
    }

    private static boolean is(String wanted, String actual) {
      return wanted.equals(ANY) || wanted.equals(actual);
    }
  }

  private static final class Armed {
    private final Match match;
    private final Fault fault;
    private int left;

    Armed(Match match, Fault fault, int left) {
      this.match = match;
      this.fault = fault;
      this.left = left;
    }
  }

  /** Strikes the next requests that match. */
  public synchronized void strike(Match match, int times, Fault fault) {
    armed.add(new Armed(match, fault, times));
  }

  /** Strikes no longer. */
  public synchronized void clear() {
    armed.clear();
  }

  synchronized Optional<Fault> next(AuditLog.Call call) {
    for (Iterator<Armed> all = armed.iterator(); all.hasNext(); ) {
      Armed candidate = all.next();
      if (candidate.match.strikes(call)) {
        candidate.left--;
        if (candidate.left <= 0) {
          all.remove();
        }
        return Optional.of(candidate.fault);
      }
    }
    return Optional.empty();
  }

  /** Breaks off all watches and followed logs that are running. */
  public void cutWatches() {
    live.forEach(VertxOutlet::cut);
  }

  void running(VertxOutlet outlet) {
    live.add(outlet);
    outlet.onClose(() -> live.remove(outlet));
  }
}
