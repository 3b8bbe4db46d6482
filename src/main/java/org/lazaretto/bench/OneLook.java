package org.lazaretto.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.port.ClusterConnection;
import org.lazaretto.port.ClusterWatch;
import org.lazaretto.port.PortException;

/** One complete picture of a cluster, without following it further. */
final class OneLook implements ClusterWatch.Sink {
  private final List<ClusterObject> objects = new ArrayList<>();
  private final Set<ObservedKind> open = EnumSet.allOf(ObservedKind.class);
  private final CountDownLatch complete = new CountDownLatch(open.size());

  /** Lists everything once. */
  static ClusterSnapshot at(ClusterConnection connection, Duration patience)
      throws PortException, InterruptedException, BenchException {
    ClusterIdentity cluster = connection.reads().identity();
    OneLook look = new OneLook();
    try (ClusterWatch watch = connection.watch()) {
      watch.start(look);
      if (!look.complete.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BenchException("The practice cluster was not listed in " + patience + ".");
      }
    }
    return look.snapshot(cluster);
  }

  private synchronized ClusterSnapshot snapshot(ClusterIdentity cluster) {
    Instant now = Instant.now();
    ClusterSnapshot snapshot = ClusterSnapshot.empty(cluster, now).with(objects);
    for (ObservedKind kind : ObservedKind.values()) {
      snapshot = snapshot.withHealth(kind, new KindHealth.Synced(now));
    }
    return snapshot;
  }

  @Override
  public synchronized void page(ObservedKind kind, List<ClusterObject> page) {
    objects.addAll(page);
  }

  @Override
  public synchronized void listed(ObservedKind kind, Instant at) {
    if (open.remove(kind)) {
      complete.countDown();
    }
  }

  @Override
  public void listing(ObservedKind kind) {}

  @Override
  public void changed(ClusterObject object) {}

  @Override
  public void removed(ObservedKind kind, String uid) {}

  @Override
  public void alive(ObservedKind kind, Instant at) {}

  @Override
  public void denied(ObservedKind kind, String reason) {}

  @Override
  public void lost(ObservedKind kind, String reason) {}
}
