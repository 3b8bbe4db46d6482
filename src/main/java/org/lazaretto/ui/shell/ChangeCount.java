package org.lazaretto.ui.shell;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.lazaretto.model.ClusterChange;
import org.lazaretto.observe.Subscription;
import org.lazaretto.ui.desk.Desk;

/** Counts what changes in the cluster of a desk. */
final class ChangeCount implements AutoCloseable {
  private final ChangeRate rate = new ChangeRate();
  private final AtomicBoolean first = new AtomicBoolean(true);
  private final AtomicReference<Optional<Subscription>> following =
      new AtomicReference<>(Optional.empty());
  private final AtomicBoolean closed = new AtomicBoolean();

  ChangeCount(Desk desk) {
    // With many pods the first call takes its time.
    desk.background()
        .run(
            () -> {
              keep(desk.incident().follow((_, change) -> published(change)));
              return true;
            },
            _ -> {},
            _ -> {});
  }

  private void keep(Subscription subscription) {
    following.set(Optional.of(subscription));
    if (closed.get()) {
      subscription.close();
    }
  }

  /** The first is everything there is, and no change. */
  private void published(ClusterChange change) {
    if (!first.getAndSet(false)) {
      rate.count(
          (long) change.pods().size()
              + change.podsGone().size()
              + change.nodes().size()
              + change.nodesGone().size());
    }
  }

  void tick() {
    rate.tick();
  }

  long perMinute() {
    return rate.perMinute();
  }

  @Override
  public void close() {
    closed.set(true);
    following.get().ifPresent(Subscription::close);
  }
}
