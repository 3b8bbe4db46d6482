package org.lazaretto.launch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lazaretto.execute.Cancellation;

/** Lets Ctrl-C end a run between steps: nothing further starts, what is under way is followed. */
final class Stop implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  private Stop(Cancellation cancellation, Console console) {
    this.hook = new Thread(() -> stop(cancellation, console), "stop-run");
  }

  static Stop onSignal(Cancellation cancellation, Console console) {
    Stop stop = new Stop(cancellation, console);
    Runtime.getRuntime().addShutdownHook(stop.hook);
    return stop;
  }

  private void stop(Cancellation cancellation, Console console) {
    cancellation.cancel();
    console.say("stopping: no further step starts; what is under way is followed to its end");
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        console.say("stopped while a step was under way; the next start asks what became of it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is shutting down already: the hook is what ended the run.
      return;
    }
  }
}
