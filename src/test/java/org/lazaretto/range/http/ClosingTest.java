package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.store.ResourceTypes;

/** A server that ends while it is asked. */
class ClosingTest {
  private static final int CALLERS = 48;

  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord said) {
          if (said.getLevel().intValue() >= Level.WARNING.intValue()) {
            complaints.add(
                said.getLoggerName() + ": " + said.getMessage() + " " + said.getThrown());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void somebody_listens() {
    Logger.getLogger("").addHandler(listener);
  }

  @AfterEach
  void nobody_listens() {
    Logger.getLogger("").removeHandler(listener);
  }

  @Test
  void a_server_that_ends_while_it_is_asked_has_nothing_to_complain_of() throws Exception {
    for (int round = 0; round < 5; round++) {
      PracticeServer practice = new PracticeServer();
      CountDownLatch asked = new CountDownLatch(CALLERS);
      try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
        List<TestClient> clients = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
          TestClient client = TestClient.admin(practice);
          clients.add(client);
          String path = i % 2 == 0 ? "/api/v1/pods" : "/api/v1/pods?watch=true&timeoutSeconds=60";
          callers.execute(() -> ask(client, path, asked));
        }
        asked.await();
        practice.close();
        clients.forEach(TestClient::close);
      }
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void what_is_still_being_written_when_it_ends_is_written_and_nobody_complains() throws Exception {
    PracticeServer practice = new PracticeServer();
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
        TestClient client = TestClient.admin(practice)) {
      callers.execute(() ->
          practice.store.update(
              ResourceTypes.NODES,
              "",
              "node-a",
              tree -> {
                inside.countDown();
                await(goOn);
                return tree;
              }));
      inside.await();
      for (int i = 0; i < CALLERS; i++) {
        callers.execute(() -> ask(client, "/api/v1/nodes/node-b", new CountDownLatch(1)));
      }
      CountDownLatch begun = new CountDownLatch(1);
      callers.execute(() -> {
        try {
          client.attempt("DELETE", "/api/v1/nodes/node-b", "", "");
        } catch (IOException | IllegalStateException cutOff) {
          begun.countDown();
        }
      });
      callers.execute(() -> {
        try {
          practice.close();
        } catch (IOException e) {
          complaints.add(e.toString());
        }
      });
      begun.await();
      goOn.countDown();
    }
    assertThat(complaints).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void ask(TestClient client, String path, CountDownLatch asked) {
    try {
      while (true) {
        client.attempt("GET", path, "", "");
        asked.countDown();
      }
    } catch (IOException | IllegalStateException ended) {
      asked.countDown();
    }
  }
}
