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

  private final Core core;
  private final Optional<Scribe> scribe;

  /** What all views of a store share. */
  private static final class Core {
    private final ReentrantLock writing = new ReentrantLock();
    private final Transitions transitions;
    private final Deliveries deliveries = new Deliveries();
    private final Map<Long, Snapshot> pins = new LinkedHashMap<>();
    private final History history;
    private volatile Snapshot snapshot = Snapshot.empty();

    Core(Transitions transitions) {
      this.transitions = transitions;
      this.history = new History(snapshot.revision());
    }
  }

  private ObjectStore(Core core, Optional<Scribe> scribe) {
    this.core = core;
    this.scribe = scribe;
  }

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
    this(new Core(new Transitions(clock, random)), Optional.empty());
  }

  /** The same store, whose creations and updates through this view a scribe notes. */
  public ObjectStore notedBy(Scribe other) {
    return new ObjectStore(core, Optional.of(other));
  }

  /** All objects as they are now. */
  public Snapshot snapshot() {
    return core.snapshot;
  }

  /** One object as it is now; the namespace is empty for what lives in none. */
  public Optional<Stored> get(ResourceType type, String namespace, String name) {
    return core.snapshot.get(type, namespace, name);
  }

  /** The objects of a type as they are now, of one namespace or of all, by namespace and name. */
  public List<Stored> list(ResourceType type, Optional<String> namespace) {
    return core.snapshot.list(type, namespace);
  }

  /** The objects of any type that name this uid in their ownerReferences. */
  public List<Stored> byOwner(String uid) {
    return core.snapshot.byOwner(uid);
  }

  /** The pods that are bound to a node. */
  public List<Stored> podsOnNode(String nodeName) {
    return core.snapshot.podsOnNode(nodeName);
  }

  @Override
  public Stored create(ResourceType type, ObjectNode tree) {
    ObjectNode noted = tree.deepCopy();
    scribe.ifPresent(s -> s.note(type, Json.object(), noted));
    return commit(() -> core.transitions.create(core.snapshot, type, noted)).result();
  }

  @Override
  public Stored update(
      ResourceType type, String namespace, String name, UnaryOperator<ObjectNode> change) {
    return commit(
            () -> {
              Stored current = existing(type, namespace, name);
              return core.transitions.update(current, core.snapshot, noted(type, change));
            })
        .result();
  }

  private UnaryOperator<ObjectNode> noted(ResourceType type, UnaryOperator<ObjectNode> change) {
    return scribe
        .<UnaryOperator<ObjectNode>>map(by ->
            given -> {
              ObjectNode before = given.deepCopy();
              ObjectNode after = change.apply(given);
              if (!Json.same(before, after)) {
                by.note(type, before, after);
              }
              return after;
            })
        .orElse(change);
  }

  @Override
  public Removal delete(ResourceType type, String namespace, String name, Deletion how) {
    return removal(
        commit(() -> core.transitions.delete(existing(type, namespace, name), core.snapshot, how)));
  }

  private static Removal removal(Transitions.Step step) {
    boolean gone = step.event().filter(e -> e.change() == StoreEvent.Change.DELETED).isPresent();
    return new Removal(step.result(), gone);
  }

  private Stored existing(ResourceType type, String namespace, String name) {
    return core.snapshot
        .get(type, namespace, name)
        .orElseThrow(() -> ApiProblem.notFound(type, name));
  }

  @FunctionalInterface
  private interface Work {
    Transitions.Step step();
  }

  private Transitions.Step commit(Work work) {
    Transitions.Step step;
    core.writing.lock();
    try {
      step = work.step();
      step.event().ifPresent(this::publish);
    } finally {
      core.writing.unlock();
    }
    core.deliveries.run();
    return step;
  }

  private void publish(StoreEvent event) {
    core.snapshot = core.snapshot.with(event);
    core.history.append(event);
    core.deliveries.queue(event);
  }

  /** The same changes with the same answers and refusals, but nothing is stored and nobody told. */
  public Changes rehearsal() {
    return new Changes() {
      @Override
      public Stored create(ResourceType type, ObjectNode tree) {
        return rehearse(() -> core.transitions.create(core.snapshot, type, tree)).result();
      }

      @Override
      public Stored update(
          ResourceType type, String namespace, String name, UnaryOperator<ObjectNode> change) {
        return rehearse(() ->
                core.transitions.update(existing(type, namespace, name), core.snapshot, change))
            .result();
      }

      @Override
      public Removal delete(ResourceType type, String namespace, String name, Deletion how) {
        return removal(
            rehearse(() ->
                core.transitions.delete(existing(type, namespace, name), core.snapshot, how)));
      }
    };
  }

  private Transitions.Step rehearse(Work work) {
    core.writing.lock();
    try {
      return work.step();
    } finally {
      core.writing.unlock();
    }
  }

  /**
   * Tells of all changes from now on.
   *
   * @return ends it
   */
  public Watch onChange(Consumer<StoreEvent> listener) {
    return follow(() -> core.snapshot.revision(), listener);
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
    core.writing.lock();
    try {
      watch = core.deliveries.join(core.history.since(from.getAsLong()), listener);
    } finally {
      core.writing.unlock();
    }
    core.deliveries.run();
    return watch;
  }

  /**
   * Tells the present revision once every listener has been told of all changes up to it, and of
   * none after it.
   */
  public void whenDelivered(LongConsumer told) {
    core.writing.lock();
    try {
      long revision = core.snapshot.revision();
      core.deliveries.mark(() -> told.accept(revision));
    } finally {
      core.writing.unlock();
    }
    core.deliveries.run();
  }

  /**
   * Keeps a snapshot for {@link #pinned}, in place of the one that was kept longest if there are
   * many.
   */
  public void pin(Snapshot keep) {
    core.writing.lock();
    try {
      core.pins.put(keep.revision(), keep);
      if (core.pins.size() > MOST_PINS) {
        core.pins.remove(core.pins.keySet().iterator().next());
      }
    } finally {
      core.writing.unlock();
    }
  }

  /** A snapshot that was kept, if it still is. */
  public Optional<Snapshot> pinned(long revision) {
    core.writing.lock();
    try {
      return Optional.ofNullable(core.pins.get(revision));
    } finally {
      core.writing.unlock();
    }
  }

  /**
   * Forgets the past: watches from a revision before now, and pages of lists begun before, are
   * refused.
   */
  public void compact() {
    core.writing.lock();
    try {
      core.history.forgetAll();
      core.pins.clear();
    } finally {
      core.writing.unlock();
    }
  }
}
