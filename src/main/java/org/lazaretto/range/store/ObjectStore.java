package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
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
  private final Ledger ledger;
  private final Transitions transitions;
  private final Optional<Scribe> scribe;

  private ObjectStore(Ledger ledger, Transitions transitions, Optional<Scribe> scribe) {
    this.ledger = ledger;
    this.transitions = transitions;
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
    this(new Ledger(), new Transitions(clock, random), Optional.empty());
  }

  /** The same store, whose creations and updates through this view a scribe notes. */
  public ObjectStore notedBy(Scribe other) {
    return new ObjectStore(ledger, transitions, Optional.of(other));
  }

  /** All objects as they are now. */
  public Snapshot snapshot() {
    return ledger.snapshot();
  }

  /** One object as it is now; the namespace is empty for what lives in none. */
  public Optional<Stored> get(ResourceType type, String namespace, String name) {
    return ledger.snapshot().get(type, namespace, name);
  }

  /** The objects of a type as they are now, of one namespace or of all, by namespace and name. */
  public List<Stored> list(ResourceType type, Optional<String> namespace) {
    return ledger.snapshot().list(type, namespace);
  }

  /** The objects of any type that name this uid in their ownerReferences. */
  public List<Stored> byOwner(String uid) {
    return ledger.snapshot().byOwner(uid);
  }

  /** The pods that are bound to a node. */
  public List<Stored> podsOnNode(String nodeName) {
    return ledger.snapshot().podsOnNode(nodeName);
  }

  @Override
  public Stored create(ResourceType type, ObjectNode tree) {
    ObjectNode noted = tree.deepCopy();
    scribe.ifPresent(s -> s.note(type, Json.object(), noted));
    return ledger.commit(() -> transitions.create(ledger.snapshot(), type, noted)).result();
  }

  @Override
  public Stored update(
      ResourceType type, String namespace, String name, UnaryOperator<ObjectNode> change) {
    return ledger
        .commit(() -> {
          Stored current = existing(type, namespace, name);
          return transitions.update(current, ledger.snapshot(), noted(type, change));
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
        ledger.commit(
            () -> transitions.delete(existing(type, namespace, name), ledger.snapshot(), how)));
  }

  private static Removal removal(Transitions.Step step) {
    boolean gone = step.event().filter(e -> e.change() == StoreEvent.Change.DELETED).isPresent();
    return new Removal(step.result(), gone);
  }

  private Stored existing(ResourceType type, String namespace, String name) {
    return ledger
        .snapshot()
        .get(type, namespace, name)
        .orElseThrow(() -> ApiProblem.notFound(type, name));
  }

  /** The same changes with the same answers and refusals, but nothing is stored and nobody told. */
  public Changes rehearsal() {
    return new Changes() {
      @Override
      public Stored create(ResourceType type, ObjectNode tree) {
        return ledger.rehearse(() -> transitions.create(ledger.snapshot(), type, tree)).result();
      }

      @Override
      public Stored update(
          ResourceType type, String namespace, String name, UnaryOperator<ObjectNode> change) {
        return ledger
            .rehearse(() ->
                transitions.update(existing(type, namespace, name), ledger.snapshot(), change))
            .result();
      }

      @Override
      public Removal delete(ResourceType type, String namespace, String name, Deletion how) {
        return removal(
            ledger.rehearse(
                () -> transitions.delete(existing(type, namespace, name), ledger.snapshot(), how)));
      }
    };
  }

  /**
   * Tells of all changes from now on.
   *
   * @return ends it
   */
  public Watch onChange(Consumer<StoreEvent> listener) {
    return ledger.follow(() -> snapshot().revision(), listener);
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
    return ledger.follow(
        () -> fromRevision,
        event -> {
          Stored object = event.object();
          if (object.type().equals(type)
              && namespace.filter(n -> !n.equals(object.namespace())).isEmpty()) {
            listener.accept(event);
          }
        });
  }

  /**
   * Tells the present revision once every listener has been told of all changes up to it, and of
   * none after it.
   */
  public void whenDelivered(LongConsumer told) {
    ledger.whenDelivered(told);
  }

  /**
   * Keeps a snapshot for {@link #pinned}, in place of the one that was kept longest if there are
   * many.
   */
  public void pin(Snapshot keep) {
    ledger.pin(keep);
  }

  /** A snapshot that was kept, if it still is. */
  public Optional<Snapshot> pinned(long revision) {
    return ledger.pinned(revision);
  }

  /**
   * Forgets the past: watches from a revision before now, and pages of lists begun before, are
   * refused.
   */
  public void compact() {
    ledger.compact();
  }
}
