package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.loop.WorkLoop;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.cluster.object.PodTemplates;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * Shows static pods in the API. A mirror can be deleted, but that ends nothing: the node goes on
 * running its file and puts the mirror back.
 */
public final class MirrorPods implements Reconciler {
  private static final Duration BACK_AFTER = Duration.ofSeconds(1);
  private static final String MIRROR = "kubernetes.io/config.mirror";

  private final RangeClock clock;
  private final ObjectStore store;
  private final WorkLoop loop;
  private final Machines machines;
  private final Map<ObjectKey, StaticPod> files = new LinkedHashMap<>();
  private final Map<ObjectKey, JsonNode> last = new HashMap<>();

  /** The mirrors of these static pods. */
  public MirrorPods(
      RangeClock clock,
      ObjectStore store,
      WorkLoop loop,
      List<StaticPod> files,
      Machines machines) {
    this.clock = clock;
    this.store = store;
    this.loop = loop;
    this.machines = machines;
    files.forEach(f -> this.files.put(f.mirror(), f));
  }

  /** Has all nodes read their files. */
  public void begin() {
    files.keySet().forEach(this::reconcile);
  }

  /** Puts a file on a node; its kubelet sees it within moments. */
  public void put(StaticPod file) {
    files.put(file.mirror(), file);
    loop.later(BACK_AFTER, this, file.mirror());
  }

  /** A node has come back. */
  public void restored(String node) {
    files.forEach((key, file) -> {
      if (file.node().equals(node)) {
        reconcile(key);
      }
    });
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (!object.type().equals(ResourceTypes.PODS) || !files.containsKey(object.key())) {
      return;
    }
    if (event.change() == StoreEvent.Change.DELETED) {
      last.put(object.key(), object.tree().path("status"));
      loop.later(BACK_AFTER, this, object.key());
    } else if (object.deleting()) {
      dirty.accept(object.key());
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    StaticPod file = files.get(key);
    if (file == null || !machines.answers(file.node())) {
      return;
    }
    Optional<Stored> mirror = store.get(ResourceTypes.PODS, key.namespace(), key.name());
    if (mirror.isEmpty()) {
      store
          .get(ResourceTypes.NODES, "", file.node())
          .ifPresent(node -> store.create(ResourceTypes.PODS, mirror(key, file, node)));
    } else if (mirror.get().deleting()) {
      store.delete(ResourceTypes.PODS, key.namespace(), key.name(), Deletion.now());
    }
  }

  private ObjectNode mirror(ObjectKey key, StaticPod file, Stored node) {
    ObjectNode pod = file.manifest().deepCopy();
    String hash = Names.sha256(file.manifest().toString()).substring(0, 32);
    ObjectNode metadata = Tree.made(pod, "metadata").put("name", key.name());
    Tree.made(metadata, "annotations")
        .put("kubernetes.io/config.hash", hash)
        .put(MIRROR, hash)
        .put("kubernetes.io/config.seen", Tree.time(clock.now()))
        .put("kubernetes.io/config.source", "file");
    metadata
        .putArray("ownerReferences")
        .addObject()
        .put("apiVersion", "v1")
        .put("kind", "Node")
        .put("name", node.name())
        .put("uid", node.uid())
        .put("controller", true);
    ObjectNode spec = Tree.made(pod, "spec").put("nodeName", file.node());
    spec.put("automountServiceAccountToken", false);
    PodTemplates.admit(pod);
    spec.remove("automountServiceAccountToken");
    spec.remove("serviceAccountName");
    spec.remove("serviceAccount");
    if (last.containsKey(key)) {
      pod.set("status", last.get(key));
    }
    return pod;
  }
}
