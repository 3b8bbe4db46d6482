package org.lazaretto.range.store;

import java.util.List;
import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/** All objects as they were at one revision. Immutable; versions share what did not change. */
public final class Snapshot {
  private static final TreePMap<ObjectKey, Stored> NONE = TreePMap.empty();
  private static final char AFTER_ANY_NAME = '\0';

  private final long revision;
  private final HashPMap<ResourceType, TreePMap<ObjectKey, Stored>> objects;
  private final Index byOwner;
  private final Index byNode;

  private Snapshot(
      long revision,
      HashPMap<ResourceType, TreePMap<ObjectKey, Stored>> objects,
      Index byOwner,
      Index byNode) {
    this.revision = revision;
    this.objects = objects;
    this.byOwner = byOwner;
    this.byNode = byNode;
  }

  static Snapshot empty() {
    return new Snapshot(1, HashTreePMap.empty(), Index.empty(), Index.empty());
  }

  Snapshot with(StoreEvent event) {
    Stored object = event.object();
    boolean gone = event.change() == StoreEvent.Change.DELETED;
    TreePMap<ObjectKey, Stored> ofType = ofType(object.type());
    Index owners = byOwner;
    Index nodes = byNode;
    if (event.previous().isPresent()) {
      Stored previous = event.previous().get();
      owners = owners.without(previous.ownerUids(), previous);
      nodes = nodes.without(nodeOf(previous), previous);
    }
    if (!gone) {
      owners = owners.with(object.ownerUids(), object);
      nodes = nodes.with(nodeOf(object), object);
    }
    return new Snapshot(
        object.resourceVersion(),
        objects.plus(
            object.type(), gone ? ofType.minus(object.key()) : ofType.plus(object.key(), object)),
        owners,
        nodes);
  }

  private static List<String> nodeOf(Stored object) {
    return object.type().equals(ResourceTypes.PODS)
        ? object.field("spec.nodeName").map(List::of).orElse(List.of())
        : List.of();
  }

  private TreePMap<ObjectKey, Stored> ofType(ResourceType type) {
    return objects.getOrDefault(type, NONE);
  }

  /** The revision of the last change it knows. */
  public long revision() {
    return revision;
  }

  /** One object; the namespace is empty for what lives in none. */
  public Optional<Stored> get(ResourceType type, String namespace, String name) {
    return Optional.ofNullable(ofType(type).get(new ObjectKey(namespace, name)));
  }

  /** The objects of a type, of one namespace or of all, by namespace and name. */
  public List<Stored> list(ResourceType type, Optional<String> namespace) {
    return List.copyOf(within(type, namespace).values());
  }

  /** How many {@link #list} would give. */
  public int count(ResourceType type, Optional<String> namespace) {
    return within(type, namespace).size();
  }

  /** The objects of a type that stand behind a key, which need not exist, in the order of lists. */
  public Iterable<Stored> after(ResourceType type, Optional<String> namespace, ObjectKey last) {
    return within(type, namespace).tailMap(last, false).values();
  }

  private TreePMap<ObjectKey, Stored> within(ResourceType type, Optional<String> namespace) {
    TreePMap<ObjectKey, Stored> all = ofType(type);
    return namespace
        .map(n -> all.subMap(new ObjectKey(n, ""), new ObjectKey(n + AFTER_ANY_NAME, "")))
        .orElse(all);
  }

  /** Whether the objects of a type are the same here and there, in the same versions. */
  @SuppressWarnings("ReferenceEquality")
  public boolean sameObjects(Snapshot other, ResourceType type) {
    return ofType(type) == other.ofType(type);
  }

  /** The objects of any type that name this uid in their ownerReferences. */
  public List<Stored> byOwner(String uid) {
    return byOwner.at(uid);
  }

  /** The pods that are bound to a node. */
  public List<Stored> podsOnNode(String nodeName) {
    return byNode.at(nodeName);
  }
}
