package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.lazaretto.range.clock.RangeClock;

/**
 * The objects of a practice cluster. Any thread may call it; readers never wait for writers. Each
 * change has a revision of its own, higher than all before. Listeners are called in the order of
 * revisions, one at a time, by whichever thread is writing and after its change is visible; they
 * may write, must not throw and must not block.
 */
public final class ObjectStore implements Changes {
  private static final int MOST_PINS = 32;

  private final ReentrantLock writing = new ReentrantLock();
  private final Transitions transitions;
  private final Deliveries deliveries = new Deliveries();
  private final Map<Long, Snapshot> pins = new LinkedHashMap<>();
  private final History history;
  private volatile Snapshot snapshot = Snapshot.empty();

  /**
   * An empty store.
   *
   * @param clock gives creation and deletion times
   */
  public ObjectStore(RangeClock clock) {
    this(clock, new SplittableRandom());
  }

  /**
   * An empty store whose uids and generated names can be foretold.
   *
   * @param clock gives creation and deletion times
   * @param random gives uids and the ends of generated names; used by one thread at a time
   */
  public ObjectStore(RangeClock clock, RandomGenerator random) {
    this.transitions = new Transitions(clock, random);
    this.history = new History(snapshot.revision());
  }

  /** All objects as they are now. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** One object as it is now; the namespace is empty for what lives in none. */
  public Optional<Stored> get(ResourceType type, String namespace, String name) {
    return snapshot.get(type, namespace, name);
  }

  /** The objects of a type as they are now, of one namespace or of all, by namespace and name. */
  public List<Stored> list(ResourceType type, Optional<String> namespace) {
    return snapshot.list(type, namespace);
  }

  /** The objects of any type that name this uid in their ownerReferences. */
  public List<Stored> byOwner(String uid) {
    return snapshot.byOwner(uid);
  }

  /** The pods that are bound to a node. */
  public List<Stored> podsOnNode(String nodeName) {
    return snapshot.podsOnNode(nodeName);
  }

  @Override
  public Stored create(ResourceType type, ObjectNode tree) {
    return commit(() -> transitions.create(snapshot, type, tree)).result();
  }

  @Override
  public Stored update(
      ResourceType type, String namespace, String name, UnaryOperator<ObjectNode> change) {
    return commit(() -> transitions.update(existing(type, namespace, name), snapshot, change))
        .result();
  }

  @Override
  public Removal delete(ResourceType type, String namespace, String name, Deletion how) {
    return removal(
        commit(() -> transitions.delete(existing(type, namespace, name), snapshot, how)));
  }

  private static Removal removal(Transitions.Step step) {
    boolean gone = step.event().filter(e -> e.change() == StoreEvent.Change.DELETED).isPresent();
    return new Removal(step.result(), gone);
  }

  private Stored existing(ResourceType type, String namespace, String name) {
    return snapshot.get(type, namespace, name).orElseThrow(() -> ApiProblem.notFound(type, name));
  }

  @FunctionalInterface
  private interface Work {
    Transitions.Step step();
  }

  private Transitions.Step commit(Work work) {
    Transitions.Step step;
    writing.lock();
    try {
      step = work.step();
      step.event().ifPresent(this::publish);
    } finally {
      writing.unlock();
    }
    deliveries.run();
    return step;
  }

  private void publish(StoreEvent event) {
    snapshot = snapshot.with(event);
    history.append(event);
    deliveries.queue(event);
  }

  /** The same changes with the same answers and refusals, but nothing is stored and nobody told. */
  public Changes rehearsal() {
    return new Changes() {
      @Override
      public Stored create(ResourceType type, ObjectNode tree) {
        return rehearse(() -> transitions.create(snapshot, type, tree)).result();
      }

      @Override
      public Stored update(
          ResourceType type, String namespace, String name, UnaryOperator<ObjectNode> change) {
        return rehearse(() -> transitions.update(existing(type, namespace, name), snapshot, change))
            .result();
      }

      @Override
      public Removal delete(ResourceType type, String namespace, String name, Deletion how) {
        return removal(
            rehearse(() -> transitions.delete(existing(type, namespace, name), snapshot, how)));
      }
    };
  }

  private Transitions.Step rehearse(Work work) {
    writing.lock();
    try {
      return work.step();
    } finally {
      writing.unlock();
    }
  }

  /**
   * Tells of all changes from now on.
   *
   * @return ends it
   */
  public Watch onChange(Consumer<StoreEvent> listener) {
    return follow(() -> snapshot.revision(), listener);
  }

  /**
   * Tells of all changes of a type after a revision: first of those that lie in the past already.
   *
   * @param namespace only changes in it, or in all
   * @param fromRevision as a list or an event gave it
   * @return ends it
   * @throws ApiProblem 410 if the past since then is forgotten
   */
  public Watch watch(
      ResourceType type,
      Optional<String> namespace,
      long fromRevision,
      Consumer<StoreEvent> listener) {
    return follow(
        () -> fromRevision,
        event -> {
          Stored object = event.object();
          if (object.type().equals(type)
              && namespace.filter(n -> !n.equals(object.namespace())).isEmpty()) {
            listener.accept(event);
          }
        });
  }

  private Watch follow(LongSupplier from, Consumer<StoreEvent> listener) {
    Watch watch;
    writing.lock();
    try {
      watch = deliveries.join(history.since(from.getAsLong()), listener);
    } finally {
      writing.unlock();
    }
    deliveries.run();
    return watch;
  }

  /**
   * Tells the present revision once every listener has been told of all changes up to it, and of
   * none after it.
   */
  public void whenDelivered(LongConsumer told) {
    writing.lock();
    try {
      long revision = snapshot.revision();
      deliveries.mark(() -> told.accept(revision));
    } finally {
      writing.unlock();
    }
    deliveries.run();
  }

  /**
   * Keeps a snapshot for {@link #pinned}, in place of the one that was kept longest if there are
   * many.
   */
  public void pin(Snapshot keep) {
    writing.lock();
    try {
      pins.put(keep.revision(), keep);
      if (pins.size() > MOST_PINS) {
        pins.remove(pins.keySet().iterator().next());
      }
    } finally {
      writing.unlock();
    }
  }

  /** A snapshot that was kept, if it still is. */
  public Optional<Snapshot> pinned(long revision) {
    writing.lock();
    try {
      return Optional.ofNullable(pins.get(revision));
    } finally {
      writing.unlock();
    }
  }

  /**
   * Forgets the past: watches from a revision before now, and pages of lists begun before, are
   * refused.
   */
  public void compact() {
    writing.lock();
    try {
      history.forgetAll();
      pins.clear();
    } finally {
      writing.unlock();
    }
  }
}
