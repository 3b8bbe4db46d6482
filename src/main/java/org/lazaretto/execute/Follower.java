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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  /** While pods still leave, replacements are counted this seldom: who leaves matters more. */
  private static final Duration COUNTING = Duration.ofMillis(500);

  private final ClusterReads reads;
  private final Timing timing;
  private final Lanes lanes;
  private final Run run;
  private final Queue<Followed> open = new ConcurrentLinkedQueue<>();
  private final Map<Followed, Instant> silentSince = new ConcurrentHashMap<>();
  private Instant nextCount = Instant.MIN;

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
      boolean moved = round();
      if (last && open.isEmpty()) {
        break;
      }
      pace = moved ? fastest() : slower(pace);
      if (!(last ? timing.waiter().pause(pace) : pauseWhile(sent))) {
        run.cancel();
        open.forEach(one -> run.verified(one.step(), interrupted()));
        break;
      }
    }
    sent.join();
  }

  private Duration fastest() {
    return leaving() > 0 ? FASTEST : COUNTING.dividedBy(2);
  }

  /** While changes are being sent, looking all the time would only hold them up. */
  private static boolean pauseWhile(CompletableFuture<Void> sent) {
    try {
      sent.get(COUNTING.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillSending) {
      return true;
    } catch (ExecutionException bug) {
      return true; // it surfaces when the loop joins
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Duration slower(Duration pace) {
    Duration next = pace.plus(pace.dividedBy(3));
    return next.compareTo(SLOWEST) < 0 ? next : SLOWEST;
  }

  private static Verdict interrupted() {
    return new Verdict.CannotTell("The run was interrupted before it could be seen.");
  }

  /** Looks at all; whether any of them has moved. */
  private boolean round() {
    Instant now = timing.clock().instant();
    long leaving = leaving();
    boolean counts = leaving == 0 || !now.isBefore(nextCount);
    if (counts) {
      nextCount = now.plus(COUNTING);
    }
    Round round = new Round(reads, lanes, now, counts);
    Collection<Followed> settled = ConcurrentHashMap.newKeySet();
    lanes.all(open, one -> look(one, round, settled)).join();
    open.removeAll(settled);
    return !settled.isEmpty() || leaving() != leaving;
  }

  private long leaving() {
    return open.stream().filter(Followed::leaving).count();
  }

  private void look(Followed one, Round round, Collection<Followed> settled) {
    verdict(one, round)
        .ifPresent(verdict -> {
          run.verified(one.step(), verdict);
          settled.add(one);
        });
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
