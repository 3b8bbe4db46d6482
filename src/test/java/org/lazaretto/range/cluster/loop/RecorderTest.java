package org.lazaretto.range.cluster.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.clock.SteppedClock;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;

class RecorderTest {
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final ObjectStore store = new ObjectStore(clock);
  private final Recorder recorder = new Recorder(clock, store, 3);

  private ObjectNode pod(String name) {
    ObjectNode pod = Tree.head("v1", "Pod", "shop", name);
    Tree.made(pod, "metadata").put("uid", "uid-of-" + name);
    return pod;
  }

  private List<ObjectNode> events() {
    return store.list(ResourceTypes.EVENTS, Optional.empty()).stream().map(e -> e.tree()).toList();
  }

  @Test
  void an_event_names_the_object_the_component_and_the_time() {
    recorder.record(pod("one"), Note.warning("BackOff", "again"), "kubelet");
    assertThat(events())
        .singleElement()
        .satisfies(e -> {
          assertThat(Tree.text(e, "involvedObject", "kind")).isEqualTo("Pod");
          assertThat(Tree.text(e, "involvedObject", "uid")).isEqualTo("uid-of-one");
          assertThat(Tree.text(e, "metadata", "namespace")).isEqualTo("shop");
          assertThat(Tree.text(e, "source", "component")).isEqualTo("kubelet");
          assertThat(Tree.text(e, "type")).isEqualTo("Warning");
          assertThat(Tree.text(e, "firstTimestamp")).isEqualTo("2026-03-01T10:00:00Z");
        });
  }

  @Test
  void one_that_repeats_counts_up() {
    recorder.record(pod("one"), Note.warning("BackOff", "again"), "kubelet");
    clock.advance(Duration.ofMinutes(1));
    recorder.record(pod("one"), Note.warning("BackOff", "again"), "kubelet");
    assertThat(events())
        .singleElement()
        .satisfies(e -> {
          assertThat(Tree.number(e, 0, "count")).isEqualTo(2);
          assertThat(Tree.text(e, "firstTimestamp")).isEqualTo("2026-03-01T10:00:00Z");
          assertThat(Tree.text(e, "lastTimestamp")).isEqualTo("2026-03-01T10:01:00Z");
        });
  }

  @Test
  void one_that_was_deleted_meanwhile_begins_anew_and_counts_on() {
    recorder.record(pod("one"), Note.warning("BackOff", "again"), "kubelet");
    String name = Tree.text(events().getFirst(), "metadata", "name");
    store.delete(ResourceTypes.EVENTS, "shop", name, Deletion.now());
    clock.advance(Duration.ofMinutes(1));
    recorder.record(pod("one"), Note.warning("BackOff", "again"), "kubelet");
    assertThat(events())
        .singleElement()
        .satisfies(e -> {
          assertThat(Tree.number(e, 0, "count")).isEqualTo(1);
          assertThat(Tree.text(e, "firstTimestamp")).isEqualTo("2026-03-01T10:01:00Z");
        });

    recorder.record(pod("one"), Note.warning("BackOff", "again"), "kubelet");
    assertThat(events())
        .singleElement()
        .satisfies(e -> assertThat(Tree.number(e, 0, "count")).isEqualTo(2));
  }

  @Test
  void a_client_that_deletes_them_while_they_are_counted_stops_nobody() throws Exception {
    Present present = new Present(store);
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService client = Executors.newSingleThreadExecutor()) {
      Future<?> deleting =
          client.submit(() -> {
            while (!over.get()) {
              store
                  .list(ResourceTypes.EVENTS, Optional.empty())
                  .forEach(e -> present.delete(ResourceTypes.EVENTS, e.key(), Deletion.now()));
            }
          });
      try {
        for (int i = 0; i < 2000; i++) {
          recorder.record(pod("one"), Note.warning("BackOff", "again"), "kubelet");
        }
      } finally {
        over.set(true);
      }
      deleting.get();
    }
    recorder.record(pod("one"), Note.warning("BackOff", "again"), "kubelet");
    assertThat(events()).hasSize(1);
  }

  @Test
  void there_are_never_more_than_a_fixed_number() {
    for (int i = 0; i < 10; i++) {
      recorder.record(pod("pod-" + i), Note.normal("Started", "started"), "kubelet");
    }
    assertThat(events())
        .extracting(e -> Tree.text(e, "involvedObject", "name"))
        .containsExactly("pod-7", "pod-8", "pod-9");
  }

  @Test
  void none_is_kept_longer_than_an_hour() {
    recorder.record(pod("old"), Note.normal("Started", "started"), "kubelet");
    clock.advance(Duration.ofMinutes(61));
    recorder.record(pod("new"), Note.normal("Started", "started"), "kubelet");
    assertThat(events())
        .singleElement()
        .extracting(e -> Tree.text(e, "involvedObject", "name"))
        .isEqualTo("new");
  }

  @Test
  void a_cluster_wide_object_has_its_events_in_the_default_namespace() {
    ObjectNode node = Tree.head("v1", "Node", "", "n");
    recorder.record(node, Note.normal("NodeNotSchedulable", "cordoned"), "kubelet");
    assertThat(Tree.text(events().getFirst(), "metadata", "namespace")).isEqualTo("default");
  }
}
