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

    /**
     * For watches and followed logs: the answer begins, then nothing is ever sent and the
     * connection stays open, as behind a half-closed one.
     */
    record Silence() implements Fault {}

    /** 429 with the word when to try again. */
    static Fault tooManyRequests(int retryAfterSeconds) {
      String words = "Too many requests, please try again later.";
      return new Refusal(
          ApiProblem.of(429, "TooManyRequests", words).retryAfter(retryAfterSeconds));
    }

    /** 500, as when the store behind the server fails. */
    static Fault internalError() {
      return new Refusal(
          ApiProblem.of(
              500, "InternalError", "Internal error occurred: etcdserver: request timed out"));
    }

    /** 503, as a server or its load balancer says it that is not ready. */
    static Fault unavailable() {
      String words = "the server is currently unable to handle the request";
      return new Refusal(ApiProblem.of(503, "ServiceUnavailable", words));
    }

    /** 401, as to a token that has expired. */
    static Fault expiredToken() {
      return new Refusal(ApiProblem.of(401, "Unauthorized", "Unauthorized"));
    }

    /** 403 by an admission webhook. */
    static Fault deniedByWebhook(String webhook, String reason) {
      return new Refusal(Webhooks.denied(webhook, reason));
    }

    /** 410, as to a watch or a page from a past that is forgotten. */
    static Fault expired() {
      return new Refusal(ApiProblem.expired("too old resource version: 1 (2)"));
    }
  }

  /**
   * Which requests a fault strikes; {@code *} is any.
   *
   * @param verb as in {@code create}
   * @param resource plural, with the subresource behind a slash, as in {@code pods/eviction}
   * @param name of the object
   */
  public record Match(String verb, String resource, String name) {
    /** Any request. */
    public static Match anything() {
      return new Match(ANY, ANY, ANY);
    }

    /** Requests of a verb for a resource, whatever the object. */
    public static Match of(String verb, String resource) {
      return new Match(verb, resource, ANY);
    }

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

  /**
   * Which of the requests that match are struck.
   *
   * @param spared how many pass before
   * @param struck how many after them
   */
  public record Turn(int spared, int struck) {
    /** The next so many. */
    public static Turn next(int times) {
      return new Turn(0, times);
    }

    /** Only the one that comes at this place; 1 is the next. */
    public static Turn only(int place) {
      return new Turn(place - 1, 1);
    }

    /** All until {@link Faults#clear}. */
    public static Turn all() {
      return new Turn(0, Integer.MAX_VALUE);
    }
  }

  private static final class Armed {
    private final Match match;
    private final Fault fault;
    private int spared;
    private int left;

    Armed(Match match, Fault fault, Turn turn) {
      this.match = match;
      this.fault = fault;
      this.spared = turn.spared();
      this.left = turn.struck();
    }

    private boolean spares() {
      if (spared > 0) {
        spared--;
        return true;
      }
      return false;
    }
  }

  /** Strikes the next requests that match. */
  public void strike(Match match, int times, Fault fault) {
    strike(match, Turn.next(times), fault);
  }

  /** Strikes some of the requests that match. */
  public synchronized void strike(Match match, Turn turn, Fault fault) {
    armed.add(new Armed(match, fault, turn));
  }

  /** Strikes no longer. */
  public synchronized void clear() {
    armed.clear();
  }

  synchronized Optional<Fault> next(AuditLog.Call call) {
    for (Iterator<Armed> all = armed.iterator(); all.hasNext(); ) {
      Armed candidate = all.next();
      if (candidate.match.strikes(call) && !candidate.spares()) {
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

  /**
   * Has all watches and followed logs that are running fall silent without ending, as behind a
   * half-closed connection.
   */
  public void silenceWatches() {
    live.forEach(VertxOutlet::silence);
  }

  void running(VertxOutlet outlet) {
    live.add(outlet);
    outlet.onClose(() -> live.remove(outlet));
  }
}
