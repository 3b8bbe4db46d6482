package org.lazaretto.execute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PortException.Answer;
import org.lazaretto.port.PortException.Kind;

/** What goes wrong in a fake cluster, by the call; and which changes it was sent. */
final class Script {
  private final Map<String, Deque<PortException>> failures = new HashMap<>();
  private final Map<String, PortException> always = new HashMap<>();
  private final Map<String, Boolean> lost = new HashMap<>();
  private final Map<String, Integer> statuses = new HashMap<>();
  private final Map<String, Runnable> hooks = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<String> sent = new ArrayList<>();

  /** The next such call fails so; several are kept in order. */
  synchronized void fail(String call, PortException e) {
    failures.computeIfAbsent(call, _ -> new ArrayDeque<>()).add(e);
  }

  /** Every such call fails so. */
  synchronized void failAlways(String call, PortException e) {
    always.put(call, e);
  }

  /** The answer of that call is lost; the change was made or not. */
  synchronized void loseAnswer(String call, boolean carriedOut) {
    lost.put(call, carriedOut);
  }

  /** A raw read of that path is answered with that status. */
  synchronized void answer(String path, int status) {
    statuses.put(path, status);
  }

  /** Does that when the call arrives. */
  synchronized void when(String call, Runnable hook) {
    hooks.put(call, hook);
  }

  void before(String call) throws PortException {
    Optional<Runnable> hook;
    synchronized (this) {
      hook = Optional.ofNullable(hooks.get(call));
    }
    hook.ifPresent(Runnable::run);
    raise(call);
  }

  private synchronized void raise(String call) throws PortException {
    seen.add(call);
    if (always.containsKey(call)) {
      throw always.get(call);
    }
    Deque<PortException> queue = failures.getOrDefault(call, new ArrayDeque<>());
    if (!queue.isEmpty()) {
      throw queue.remove();
    }
  }

  synchronized void sent(String call) {
    sent.add(call);
  }

  /** The changes that reached the cluster, dry runs with a mark. */
  synchronized List<String> sent() {
    return List.copyOf(sent);
  }

  synchronized boolean saw(Predicate<String> call) {
    return seen.stream().anyMatch(call);
  }

  synchronized Optional<PortException> lostAnswer(String call) {
    return lost.containsKey(call)
        ? Optional.of(new PortException(Kind.NO_ANSWER, "the connection was reset"))
        : Optional.empty();
  }

  synchronized boolean carriedOut(String call) {
    return lost.getOrDefault(call, true);
  }

  synchronized int status(String path) {
    return statuses.getOrDefault(path, 200);
  }

  static PortException budgetFull(String budget) {
    String words = "Cannot evict pod as it would violate the pod's disruption budget.";
    return new PortException(
        Kind.THROTTLED,
        words,
        new Answer(429, "DisruptionBudget", "budget " + budget, Optional.empty(), "audit"));
  }

  static PortException twoBudgets() {
    String words =
        "This pod has more than one PodDisruptionBudget, which the eviction subresource does not"
            + " support.";
    return new PortException(
        Kind.SERVER_ERROR, "HTTP 500", new Answer(500, "", words, Optional.empty(), "audit"));
  }

  static PortException forbidden() {
    return new PortException(
        Kind.FORBIDDEN,
        "forbidden: user \"responder\"",
        new Answer(403, "Forbidden", "", Optional.empty(), ""));
  }

  static PortException unreachable() {
    return new PortException(Kind.UNREACHABLE, "connection refused");
  }
}
