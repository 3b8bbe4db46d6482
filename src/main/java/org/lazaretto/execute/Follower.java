package org.lazaretto.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lazaretto.model.Verdict;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/**
 * Follows departures in common rounds: fast while things move, slower while nothing does.
 * Departures may be added while it runs.
 */
final class Follower {
  private static final Duration FASTEST = Duration.ofMillis(100);
  private static final Duration SLOWEST = Duration.ofSeconds(1);

  private final ClusterReads reads;
  private final Timing timing;
  private final Lanes lanes;
  private final Run run;
  private final Queue<Followed> open = new ConcurrentLinkedQueue<>();
  private final Map<Followed, Instant> silentSince = new ConcurrentHashMap<>();

  Follower(ClusterReads reads, Timing timing, Lanes lanes, Run run) {
    this.reads = reads;
    this.timing = timing;
    this.lanes = lanes;
    this.run = run;
  }

  void add(Followed departure) {
    open.add(departure);
  }

  /** Blocks until all are sent and all that were sent have their verdict. */
  void until(CompletableFuture<Void> sent) {
    Duration pace = FASTEST;
    while (run.journalWorks()) {
      boolean last = sent.isDone();
      int before = open.size();
      round();
      if (last && open.isEmpty()) {
        break;
      }
      pace = open.size() < before ? FASTEST : slower(pace);
      if (!timing.waiter().pause(pace)) {
        run.cancel();
        open.forEach(one -> run.verified(one.step(), interrupted()));
        break;
      }
    }
    sent.join();
  }

  private static Duration slower(Duration pace) {
    Duration next = pace.plus(pace.dividedBy(3));
    return next.compareTo(SLOWEST) < 0 ? next : SLOWEST;
  }

  private static Verdict interrupted() {
    return new Verdict.CannotTell("The run was interrupted before it could be seen.");
  }

  private void round() {
    Round round = new Round(reads, lanes, timing.clock().instant());
    Collection<Followed> settled = ConcurrentHashMap.newKeySet();
    lanes
        .all(
            open,
            one ->
                verdict(one, round)
                    .ifPresent(verdict -> {
                      run.verified(one.step(), verdict);
                      settled.add(one);
                    }))
        .join();
    open.removeAll(settled);
  }

  private Optional<Verdict> verdict(Followed one, Round round) {
    try {
      Optional<Verdict> verdict = one.look(round);
      silentSince.remove(one);
      return verdict;
    } catch (PortException e) {
      return unread(one, round.at(), e);
    }
  }

  private Optional<Verdict> unread(Followed one, Instant now, PortException e) {
    Instant since = silentSince.computeIfAbsent(one, _ -> now);
    boolean hopeless = e.kind() == PortException.Kind.FORBIDDEN;
    boolean tooLong = Duration.between(since, now).compareTo(timing.patience().silence()) >= 0;
    return hopeless || tooLong ? Optional.of(Verifier.unread(e)) : Optional.empty();
  }
}
