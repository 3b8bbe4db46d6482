package org.lazaretto.range.cluster.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.range.clock.Cancellable;
import org.lazaretto.range.store.ObjectKey;

/**
 * What a kubelet has under way for one pod: its timers. Everything else stands in the pod's status.
 */
final class PodRun {
  private final ObjectKey key;
  private final String uid;
  private final String node;
  private final List<Cancellable> timers = new ArrayList<>();
  private final Map<String, Integer> crashes = new HashMap<>();
  private final Map<String, Behaviour> behaviours = new HashMap<>();
  private Stage stage = Stage.LIVING;
  private int epoch;

  /** How far it is. */
  enum Stage {
    LIVING,
    ENDING,
    ENDED
  }

  PodRun(ObjectKey key, String uid, String node) {
    this.key = key;
    this.uid = uid;
    this.node = node;
  }

  ObjectKey key() {
    return key;
  }

  String uid() {
    return uid;
  }

  String node() {
    return node;
  }

  Stage stage() {
    return stage;
  }

  /** Calls off whatever was to happen and goes to another stage. */
  void enter(Stage next) {
    timers.forEach(Cancellable::cancel);
    timers.clear();
    stage = next;
    epoch++;
  }

  /** A number that changes whenever what was to happen has been called off. */
  int epoch() {
    return epoch;
  }

  void add(Cancellable timer) {
    timers.add(timer);
  }

  /** Counts a crash of a container and gives how many there were before. */
  int crashed(String container) {
    int before = crashes.getOrDefault(container, 0);
    crashes.put(container, before + 1);
    return before;
  }

  void behave(String container, Behaviour behaviour) {
    behaviours.put(container, behaviour);
  }

  /** An image as it behaves in a container of this pod. */
  ImageFacts asRunHere(String container, ImageFacts image) {
    Behaviour own =
        behaviours.getOrDefault(container, new Behaviour(image.logs(), image.interior()));
    return new ImageFacts(
        image.reference(),
        image.digest(),
        image.timing(),
        image.fate(),
        own.logs(),
        own.interior());
  }
}
