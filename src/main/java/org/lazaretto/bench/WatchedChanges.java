package org.lazaretto.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.lazaretto.adapter.kubernetes.wire.Call;
import org.lazaretto.adapter.kubernetes.wire.Transport;
import org.lazaretto.port.PortException;

/** Changes pods one after the other in several threads, while several watches listen. */
final class WatchedChanges {
  /** How many watches listen. */
  static final int WATCHES = 8;

  private static final int WRITERS = 4;
  private static final long PATIENCE = 120;

  private final Transport wire;
  private final List<String> pods;

  WatchedChanges(Transport wire, List<String> pods) {
    this.wire = wire;
    this.pods = pods;
  }

  /**
   * How long it took.
   *
   * @param changing seconds until the last change was answered
   * @param telling seconds from then until the last watch had heard of the last one
   */
  record Result(double changing, double telling) {}

  Result make(int changes) throws PortException, IOException, BenchException, InterruptedException {
    List<InputStream> streams = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch told = new CountDownLatch(WATCHES);
      List<Future<?>> listeners = new ArrayList<>();
      for (int i = 0; i < WATCHES; i++) {
        InputStream stream = watch();
        streams.add(stream);
        listeners.add(threads.submit(() -> heard(stream, changes, told)));
      }
      long begun = System.nanoTime();
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int first = i;
        writers.add(threads.submit(() -> write(first, changes)));
      }
      for (Future<?> each : writers) {
        done(each);
      }
      long changed = System.nanoTime();
      if (!told.await(PATIENCE, TimeUnit.SECONDS)) {
        throw new BenchException(told.getCount() + " watches have not heard of all changes.");
      }
      long ended = System.nanoTime();
      for (Future<?> each : listeners) {
        done(each);
      }
      return new Result((changed - begun) / 1e9, (ended - changed) / 1e9);
    } finally {
      for (InputStream stream : streams) {
        stream.close();
      }
    }
  }

  private InputStream watch() throws PortException {
    String from =
        wire.demand(Call.get("/api/v1/pods?limit=1"))
            .json()
            .path("metadata")
            .path("resourceVersion")
            .asText();
    Call call = Call.get("/api/v1/pods?watch=true&labelSelector=benched&resourceVersion=" + from);
    return wire.open(call, Duration.ZERO).body();
  }

  private static Void heard(InputStream stream, int changes, CountDownLatch told)
      throws IOException {
    BufferedInputStream lines = new BufferedInputStream(stream, 1 << 16);
    int left = changes;
    for (int next = lines.read(); left > 0 && next >= 0; next = lines.read()) {
      left -= next == '\n' ? 1 : 0;
      if (left == 0) {
        break;
      }
    }
    told.countDown();
    return null;
  }

  private Void write(int first, int changes) throws PortException {
    for (int i = first; i < changes; i += WRITERS) {
      String body = "{\"metadata\":{\"labels\":{\"benched\":\"" + i + "\"}}}";
      wire.demand(Call.mergePatch(pods.get(i * 7 % pods.size()), body));
    }
    return null;
  }

  private static void done(Future<?> thread) throws BenchException, InterruptedException {
    try {
      thread.get();
    } catch (ExecutionException failed) {
      throw new BenchException("A change or a watch failed: " + failed.getMessage(), failed);
    }
  }
}
