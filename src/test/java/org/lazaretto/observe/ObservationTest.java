package org.lazaretto.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.port.ClusterWatch;

class ObservationTest {
  private final HandClock clock = new HandClock();
  private boolean closed;

  @Test
  void what_the_watch_tells_is_published_by_itself() throws Exception {
    try (Observation observation = Observation.begin(watch(), Clusters.IDENTITY, clock)) {
      assertThat(observation.awaitSynced(Duration.ofSeconds(20)).settled()).isTrue();
      assertThat(observation.snapshot().cluster()).isEqualTo(Clusters.IDENTITY);
    }
    assertThat(closed).isTrue();
  }

  @Test
  void a_picture_that_no_longer_moves_is_not_handed_out() throws Exception {
    try (Observation observation = Observation.begin(watch(), Clusters.IDENTITY, clock)) {
      CountDownLatch told = new CountDownLatch(1);
      observation.listen(snapshot -> {
        told.countDown();
        throw new IllegalArgumentException("a bug of the listener");
      });
      assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
      while (!Thread.currentThread().isInterrupted()) {
        try {
          observation.snapshot();
          Thread.onSpinWait();
        } catch (IllegalStateException ended) {
          break;
        }
      }
      assertThatThrownBy(observation::snapshot).hasMessageContaining("publishing has ended");
    }
  }

  private ClusterWatch watch() {
    return new ClusterWatch() {
      @Override
      public void start(Sink sink) {
        for (ObservedKind kind : ObservedKind.values()) {
          sink.listing(kind);
          sink.page(kind, List.of());
          sink.listed(kind, clock.instant());
        }
      }

      @Override
      public void close() {
        closed = true;
      }
    };
  }
}
