package org.lazaretto.range.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lazaretto.range.store.Objects.pod;
import static org.lazaretto.range.store.ResourceTypes.NODES;
import static org.lazaretto.range.store.ResourceTypes.PODS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.clock.SteppedClock;

class StoreWatchTest {
  private final ObjectStore store = Objects.store(new SteppedClock(Objects.START));
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  private void note(StoreEvent event) {
    seen.add(event.change() + " " + event.object().name());
  }

  @Test
  void a_watch_from_a_revision_first_tells_the_past_then_what_comes() {
    store.create(PODS, pod("a"));
    long from = store.snapshot().revision();
    store.create(PODS, pod("b"));

    Watch watch = store.watch(PODS, Optional.empty(), from, this::note);
    store.delete(PODS, "shop", "b", Deletion.now());
    watch.close();
    store.create(PODS, pod("c"));

    assertThat(seen).containsExactly("ADDED b", "DELETED b");
  }

  @Test
  void a_watch_tells_only_of_its_type_and_namespace() {
    Watch watch = store.watch(PODS, Optional.of("other"), store.snapshot().revision(), this::note);

    store.create(PODS, pod("a"));
    store.create(NODES, Objects.json("{'metadata':{'name':'other'}}"));
    watch.close();

    assertThat(seen).isEmpty();
  }

  @Test
  void a_watch_from_a_forgotten_revision_is_refused() {
    long from = store.snapshot().revision();
    store.create(PODS, pod("a"));
    store.compact();

    assertThatThrownBy(() -> store.watch(PODS, Optional.empty(), from, this::note))
        .isInstanceOfSatisfying(
            ApiProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(410);
              assertThat(problem.reason()).isEqualTo("Expired");
            });
  }

  @Test
  void the_previous_version_comes_with_a_change() {
    Stored made = store.create(PODS, pod("a"));
    List<StoreEvent> events = new ArrayList<>();
    store.onChange(events::add);

    store.update(PODS, "shop", "a", Objects.put("status", "phase", "Running"));

    assertThat(events).singleElement().satisfies(e -> assertThat(e.previous()).contains(made));
  }

  @Test
  void a_listener_may_write_and_everybody_sees_the_order_of_revisions() {
    List<Long> revisions = new ArrayList<>();
    store.onChange(event -> {
      if (event.change() == StoreEvent.Change.ADDED) {
        store.update(PODS, "shop", "a", Objects.put("status", "phase", "Running"));
      }
    });
    store.onChange(event -> revisions.add(event.revision()));

    store.create(PODS, pod("a"));

    assertThat(revisions).hasSize(2).isSorted();
  }

  @Test
  void many_writers_make_one_order_without_gaps() throws InterruptedException {
    List<Long> revisions = Collections.synchronizedList(new ArrayList<>());
    long start = store.snapshot().revision();
    store.onChange(event -> revisions.add(event.revision()));

    try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
      for (int writer = 0; writer < 4; writer++) {
        String prefix = "w" + writer + "-";
        writers.execute(() -> {
          for (int i = 0; i < 100; i++) {
            store.create(PODS, pod(prefix + i));
          }
        });
      }
      writers.shutdown();
      assertThat(writers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(revisions).hasSize(400).isSorted().doesNotHaveDuplicates();
    assertThat(revisions.getLast()).isEqualTo(start + 400);
  }
}
