package org.lazaretto.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A window of 1920×1080 that shows moving pictures and says what they cost. */
final class Screen {
  static final int WIDTH = 1920;
  static final int HEIGHT = 1080;

  private static final long PATIENCE_SECONDS = 240;

  private final Stage stage;

  private Screen(Stage stage) {
    this.stage = stage;
  }

  /**
   * What a frame cost, in milliseconds of CPU.
   *
   * @param fx the toolkit's thread, the dearest of twenty
   * @param all all threads of the process, on average
   */
  record Cost(double fx, double all) {
    String text() {
      return String.format(Locale.ROOT, "%.1f ms, %.1f on the toolkit's thread at p95", all, fx);
    }
  }

  static Screen open() throws BenchException, InterruptedException {
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (UnsupportedOperationException e) {
      throw new BenchException(
          "There is no display to measure on; xvfb-run -s '-screen 0 1920x1080x24' gives one.", e);
    }
    return new Screen(on(Stage::new));
  }

  static <T> T on(Supplier<T> work) throws BenchException, InterruptedException {
    CompletableFuture<T> done = CompletableFuture.supplyAsync(work, Platform::runLater);
    return await(done);
  }

  private static <T> T await(CompletableFuture<T> done)
      throws BenchException, InterruptedException {
    try {
      return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new BenchException("The toolkit failed: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new BenchException("The toolkit did not answer in " + PATIENCE_SECONDS + " s.", e);
    }
  }

  /** Shows other content. */
  void show(Supplier<Parent> content) throws BenchException, InterruptedException {
    on(() -> {
      stage.setScene(new Scene(content.get(), WIDTH, HEIGHT));
      stage.setX(0);
      stage.setY(0);
      stage.show();
      return true;
    });
  }

  Scene scene() {
    return stage.getScene();
  }

  /** Moves the picture once a pulse; the first third only warms up. */
  Cost measure(int frames, IntConsumer move) throws BenchException, InterruptedException {
    CompletableFuture<Cost> done = new CompletableFuture<>();
    on(() -> {
      new Gauge(frames, move, done).start();
      return true;
    });
    return await(done);
  }

  /** Of this process, in nanoseconds. */
  static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Of the thread that asks, in nanoseconds. */
  static long threadCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Of another thread, in nanoseconds. */
  static long threadCpu(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
  }

  private static final class Gauge extends AnimationTimer {
    private final int frames;
    private final IntConsumer move;
    private final CompletableFuture<Cost> done;
    private final List<Double> fx = new ArrayList<>();
    private int frame;
    private long before;
    private long began;

    Gauge(int frames, IntConsumer move, CompletableFuture<Cost> done) {
      this.frames = frames;
      this.move = move;
      this.done = done;
    }

    @Override
    public void handle(long pulse) {
      long now = threadCpu();
      if (frame == frames / 3) {
        began = cpu();
      } else if (frame > frames / 3) {
        fx.add((now - before) / 1e6);
      }
      before = now;
      if (frame == frames) {
        stop();
        double[] sorted = fx.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double p95 = sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
        done.complete(new Cost(p95, (cpu() - began) / 1e6 / sorted.length));
      } else {
        move.accept(frame++);
      }
    }
  }

  /** Closes the window. */
  void close() throws BenchException, InterruptedException {
    on(() -> {
      stage.hide();
      return true;
    });
  }

  /** The middle of some figures. */
  static double median(double... figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
