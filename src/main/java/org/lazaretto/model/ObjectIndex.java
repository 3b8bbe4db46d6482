package org.lazaretto.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * All objects of one kind, found by UID, by namespace and, for workloads, by controller. Immutable;
 * a change shares all that it does not touch.
 */
final class ObjectIndex {
  static final ObjectIndex EMPTY =
      new ObjectIndex(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

  private final PMap<String, ClusterObject> byUid;
  private final PMap<String, Bucket> byNamespace;
  private final PMap<String, PMap<String, ClusterObject>> byOwner;

  private ObjectIndex(
      PMap<String, ClusterObject> byUid,
      PMap<String, Bucket> byNamespace,
      PMap<String, PMap<String, ClusterObject>> byOwner) {
    this.byUid = byUid;
    this.byNamespace = byNamespace;
    this.byOwner = byOwner;
  }

  Optional<ClusterObject> byUid(String uid) {
    return Optional.ofNullable(byUid.get(uid));
  }

  Set<String> uids() {
    return byUid.keySet();
  }

  Collection<ClusterObject> all() {
    return byUid.values();
  }

  Collection<ClusterObject> inNamespace(String namespace) {
    return bucket(namespace).all();
  }

  /** The objects of a namespace with that key; see {@link Bucket}. */
  List<ClusterObject> keyed(String namespace, String key) {
    return bucket(namespace).keyed(key);
  }

  /** The objects of a namespace whose selector may choose something with these labels. */
  List<ClusterObject> choosing(String namespace, Map<String, String> labels) {
    return bucket(namespace).choosing(labels);
  }

  private Bucket bucket(String namespace) {
    return byNamespace.getOrDefault(namespace, Bucket.EMPTY);
  }

  Collection<ClusterObject> ofOwner(String uid) {
    PMap<String, ClusterObject> found = byOwner.get(uid);
    return found == null ? List.of() : found.values();
  }

  ObjectIndex plus(ClusterObject object) {
    String uid = object.object().uid();
    ObjectIndex before = minus(uid);
    Optional<String> owner = owner(object);
    return new ObjectIndex(
        before.byUid.plus(uid, object),
        before.byNamespace.plus(
            object.object().namespace(),
            before.bucket(object.object().namespace()).plus(uid, object)),
        owner.isPresent() ? put(before.byOwner, owner.get(), object) : before.byOwner);
  }

  ObjectIndex minusAll(Collection<String> uids) {
    ObjectIndex left = this;
    for (String uid : uids) {
      left = left.minus(uid);
    }
    return left;
  }

  private ObjectIndex minus(String uid) {
    ClusterObject old = byUid.get(uid);
    if (old == null) {
      return this;
    }
    Optional<String> owner = owner(old);
    return new ObjectIndex(
        byUid.minus(uid),
        dropped(old.object().namespace(), uid),
        owner.isPresent() ? drop(byOwner, owner.get(), uid) : byOwner);
  }

  private PMap<String, Bucket> dropped(String namespace, String uid) {
    Bucket left = bucket(namespace).minus(uid);
    return left.isEmpty() ? byNamespace.minus(namespace) : byNamespace.plus(namespace, left);
  }

  private static Optional<String> owner(ClusterObject object) {
    return object instanceof Workload workload
        ? workload.controller().map(ObjectRef::uid)
        : Optional.empty();
  }

  private static PMap<String, PMap<String, ClusterObject>> put(
      PMap<String, PMap<String, ClusterObject>> map, String key, ClusterObject object) {
    PMap<String, ClusterObject> bucket = map.getOrDefault(key, HashTreePMap.empty());
    return map.plus(key, bucket.plus(object.object().uid(), object));
  }

  private static PMap<String, PMap<String, ClusterObject>> drop(
      PMap<String, PMap<String, ClusterObject>> map, String key, String uid) {
    PMap<String, ClusterObject> bucket = map.getOrDefault(key, HashTreePMap.empty()).minus(uid);
    return bucket.isEmpty() ? map.minus(key) : map.plus(key, bucket);
  }
}
