package org.lazaretto.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ClusterChange;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;

/** One thread writes, another draws what it is told has changed. */
class LiveMapTest {
  private static final int ROUNDS = 20;
  private static final int EVENTS = 10_000;

  @Test
  void of_two_hundred_thousand_events_no_final_state_is_lost() throws Exception {
    ClusterSnapshot snapshot = Clusters.large(500, 15_000);
    MapModel model = MapModelTest.map(snapshot);
    Picture picture = new Picture();
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch drawing = new CountDownLatch(1);
    try (ExecutorService painter = Executors.newSingleThreadExecutor()) {
      Future<?> painted =
          painter.submit(() -> {
            boolean last;
            do {
              last = over.get();
              picture.draw(model.frame());
              drawing.countDown();
            } while (!last);
          });
      drawing.await();
      Random random = new Random(3);
      for (int round = 0; round < ROUNDS; round++) {
        applyRandom(model, random, round);
      }
      over.set(true);
      painted.get();
    }
    assertThat(picture.names()).isEqualTo(truth(model));
  }

  private static void applyRandom(MapModel model, Random random, int round) {
    ClusterSnapshot before = model.frame().snapshot();
    List<Pod> pods = new ArrayList<>(before.pods());
    Map<String, Pod> changed = new HashMap<>();
    Map<String, Pod> gone = new HashMap<>();
    for (int i = 0; i < EVENTS; i++) {
      Pod pod = pods.get(random.nextInt(pods.size()));
      switch (random.nextInt(10)) {
        case 0 -> gone.put(pod.ref().uid(), pod);
        case 1 -> {
          Pod twin = MapModelTest.twin(pod, "new-" + round + "-" + i);
          changed.put(twin.ref().uid(), twin);
        }
        case 2 -> changed.put(pod.ref().uid(), Changes.terminating(pod));
        default -> changed.put(pod.ref().uid(), Changes.unready(pod));
      }
    }
    gone.keySet().forEach(changed::remove);
    Set<String> removed = gone.keySet();
    model.apply(
        before.without(ObservedKind.POD, removed).with(changed.values()),
        new ClusterChange(changed.values(), removed, List.of(), Set.of()));
  }

  /** What stands where and how, by the snapshot. */
  private static Map<Integer, String> truth(MapModel model) {
    Map<Integer, String> truth = new HashMap<>();
    for (Pod pod : model.frame().snapshot().pods()) {
      truth.put(model.cellOf(pod.ref().uid()), pod.ref().uid() + " " + CellState.of(pod, false));
    }
    return truth;
  }

  /** Draws as the window does: everything if the grid is another one, else what changed. */
  private static final class Picture {
    private final Map<Integer, String> drawn = new HashMap<>();
    private int version = -1;

    void draw(MapFrame frame) {
      BitSet boxes = new BitSet();
      frame.drain(boxes::set);
      if (frame.version() != version) {
        version = frame.version();
        boxes.set(0, frame.grid().size());
      }
      boxes.stream().filter(box -> box < frame.grid().size()).forEach(box -> draw(frame, box));
    }

    private void draw(MapFrame frame, int box) {
      for (int cell = box * frame.slots(); cell < (box + 1) * frame.slots(); cell++) {
        int state = frame.state(cell);
        if (state == CellState.FREE) {
          drawn.remove(cell);
        } else {
          drawn.put(cell, frame.pod(cell).orElseThrow().ref().uid() + " " + state);
        }
      }
    }

    Map<Integer, String> names() {
      return drawn;
    }
  }
}
