package org.lazaretto.range.cluster.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.clock.SteppedClock;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;

class WorkLoopTest {
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final ObjectStore store = new ObjectStore(clock);
  private final WorkLoop loop = new WorkLoop(clock, store);

  /** Notes what it is to look at, and does something about it. */
  private static final class Noting implements Reconciler {
    private final List<ObjectKey> looked = new ArrayList<>();
    private Consumer<ObjectKey> act = key -> {};

    @Override
    public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
      dirty.accept(event.object().key());
    }

    @Override
    public void reconcile(ObjectKey key) {
      looked.add(key);
      act.accept(key);
    }
  }

  private final Noting noting = new Noting();

  private void begin() {
    loop.add(noting);
    loop.start();
  }

  private void settings(String name) {
    store.create(ResourceTypes.CONFIG_MAPS, Tree.head("v1", "ConfigMap", "shop", name));
  }

  private static ObjectKey key(String name) {
    return new ObjectKey("shop", name);
  }

  @Test
  void many_changes_of_an_object_are_one_piece_of_work() {
    begin();
    settings("a");
    for (int i = 0; i < 5; i++) {
      String value = String.valueOf(i);
      store.update(
          ResourceTypes.CONFIG_MAPS,
          "shop",
          "a",
          c -> {
            Tree.made(c, "data").put("value", value);
            return c;
          });
    }
    assertThat(noting.looked).isEmpty();
    clock.advance(Duration.ZERO);
    assertThat(noting.looked).containsExactly(key("a"));
  }

  @Test
  void what_a_controller_changes_is_worked_on_in_the_same_moment() {
    noting.act =
        k -> {
          if (k.name().equals("a")) {
            settings("b");
          }
        };
    begin();
    settings("a");
    clock.advance(Duration.ZERO);
    assertThat(noting.looked).containsExactly(key("a"), key("b"));
  }

  @Test
  void work_that_meets_a_changed_world_is_done_again_a_little_later() {
    AtomicInteger tries = new AtomicInteger();
    noting.act =
        k -> {
          if (tries.incrementAndGet() < 3) {
            throw ApiProblem.notFound(ResourceTypes.PODS, "gone");
          }
        };
    begin();
    settings("a");
    clock.advance(Duration.ofSeconds(10));
    assertThat(tries).hasValue(3);
  }

  @Test
  void nothing_is_done_after_it_is_closed() {
    begin();
    settings("a");
    loop.close();
    clock.advance(Duration.ofSeconds(10));
    assertThat(noting.looked).isEmpty();
  }

  @Test
  void an_object_that_is_gone_stays_gone_and_other_problems_are_told() {
    Present present = new Present(store);
    present.change(ResourceTypes.CONFIG_MAPS, key("never"), c -> c.put("x", 1));
    present.deleteNow(ResourceTypes.CONFIG_MAPS, key("never"), "uid");
    settings("a");
    present.deleteNow(ResourceTypes.CONFIG_MAPS, key("a"), "another-uid");
    assertThat(store.get(ResourceTypes.CONFIG_MAPS, "shop", "a")).isPresent();
    Consumer<ObjectNode> refuses =
        c -> {
          throw ApiProblem.badRequest("no");
        };
    assertThatThrownBy(() -> present.change(ResourceTypes.CONFIG_MAPS, key("a"), refuses))
        .isInstanceOf(ApiProblem.class);
  }
}
