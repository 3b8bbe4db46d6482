package org.lazaretto.adapter.kubernetes;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.lazaretto.adapter.kubernetes.decode.ObjectDecoder;
import org.lazaretto.adapter.kubernetes.decode.Shared;
import org.lazaretto.adapter.kubernetes.wire.Transport;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.port.ClusterWatch;

/** Lists and watches every kind, each on a thread and a connection of its own. */
final class KubernetesWatch implements ClusterWatch {
  private final Transport transport;
  private final WatchPace pace;
  private final InstantSource clock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicLong skipped = new AtomicLong();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  KubernetesWatch(Transport transport, WatchPace pace, InstantSource clock) {
    this.transport = transport;
    this.pace = pace;
    this.clock = clock;
  }

  @Override
  public void start(Sink sink) {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException("a watch is started once");
    }
    Shared shared = new Shared();
    for (ObservedKind kind : ObservedKind.values()) {
      ObjectDecoder decoder = ObjectDecoder.of(kind, shared);
      threads.execute(new KindWatch(kind, decoder, transport, new Hearing(sink)));
    }
  }

  /** How many objects were left out because they had no name or UID. */
  long skipped() {
    return skipped.get();
  }

  /** Whether all its threads have ended. */
  boolean ended() {
    return threads.isTerminated();
  }

  @Override
  public void close() {
    closed.countDown();
    threads.shutdownNow();
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the watches of the kinds share. */
  final class Hearing {
    private final Sink sink;

    private Hearing(Sink sink) {
      this.sink = sink;
    }

    Sink sink() {
      return sink;
    }

    WatchPace pace() {
      return pace;
    }

    InstantSource clock() {
      return clock;
    }

    void skipped(int count) {
      skipped.addAndGet(count);
    }

    boolean open() {
      return closed.getCount() > 0;
    }

    void pause(java.time.Duration delay) throws InterruptedException {
      closed.await(delay.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
