package org.lazaretto.range.http;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.Watch;

/**
 * Carries the changes of one watch to its client, as fast as the client reads. A client that falls
 * too far behind is cut off and has to list again, as a real server does it.
 */
final class WatchFeed {
  private static final int MOST_WAITING = 20_000;
  private static final Duration BETWEEN_BOOKMARKS = Duration.ofSeconds(30);

  private final WatchFrames frames;
  private final Terms terms;
  private final Iterator<byte[]> past;
  private final Outlet outlet;
  private final LinkedBlockingQueue<Supplier<Optional<byte[]>>> waiting =
      new LinkedBlockingQueue<>(MOST_WAITING);
  private boolean ended;

  /**
   * What the client asked for.
   *
   * @param bookmarks whether it wants to be told of revisions without changes
   * @param endOfInitial whether it wants to know when it has seen all that was there
   * @param seconds how long it watches
   */
  record Terms(boolean bookmarks, boolean endOfInitial, long seconds) {}

  WatchFeed(WatchFrames frames, Terms terms, Iterator<byte[]> past, Outlet outlet) {
    this.frames = frames;
    this.terms = terms;
    this.past = past;
    this.outlet = outlet;
  }

  void begin(ObjectStore store, Where where, long after) {
    if (terms.endOfInitial()) {
      offer(() -> Optional.of(frames.bookmark(after, true)));
    }
    try {
      Watch watch =
          store.watch(where.type(), where.scope(), after, event -> offer(() -> frames.of(event)));
      outlet.onClose(watch::close);
    } catch (ApiProblem expired) {
      offer(() -> Optional.of(frames.error(expired)));
      offer(this::last);
      return;
    }
    outlet.run(() -> {
      outlet.onDrain(this::pump);
      outlet.after(Duration.ofSeconds(terms.seconds()), () -> finish(store));
      keepMarking(store);
      pump();
    });
  }

  private void offer(Supplier<Optional<byte[]>> frame) {
    if (waiting.offer(frame)) {
      outlet.run(this::pump);
    } else {
      outlet.run(this::end);
    }
  }

  private Optional<byte[]> last() {
    end();
    return Optional.empty();
  }

  private void end() {
    if (!ended) {
      ended = true;
      outlet.end();
    }
  }

  private void pump() {
    while (!ended && !outlet.full()) {
      if (past.hasNext()) {
        outlet.send(past.next());
        continue;
      }
      @Nullable Supplier<Optional<byte[]>> next = waiting.poll();
      if (next == null) {
        return;
      }
      next.get().ifPresent(outlet::send);
    }
  }

  private void keepMarking(ObjectStore store) {
    if (terms.bookmarks()) {
      outlet.after(
          BETWEEN_BOOKMARKS,
          () -> {
            mark(store);
            keepMarking(store);
          });
    }
  }

  private void mark(ObjectStore store) {
    store.whenDelivered(revision -> offer(() -> Optional.of(frames.bookmark(revision, false))));
  }

  private void finish(ObjectStore store) {
    if (terms.bookmarks()) {
      mark(store);
    }
    store.whenDelivered(revision -> offer(this::last));
  }
}
