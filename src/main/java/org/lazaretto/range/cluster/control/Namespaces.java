package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** Furnishes each namespace with what every namespace has, and empties those that are to go. */
public final class Namespaces implements Reconciler {
  private static final String FINALIZER = "kubernetes";

  private final ObjectStore store;
  private final String authority;

  /**
   * A controller of this store's namespaces.
   *
   * @param authority the certificate that pods check the API server's by, as PEM
   */
  public Namespaces(ObjectStore store, String authority) {
    this.store = store;
    this.authority = authority;
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.NAMESPACES)) {
      dirty.accept(object.key());
    } else if (event.change() == StoreEvent.Change.DELETED) {
      store
          .get(ResourceTypes.NAMESPACES, "", object.namespace())
          .filter(n -> n.deleting() || object.type().equals(ResourceTypes.SERVICE_ACCOUNTS))
          .ifPresent(n -> dirty.accept(n.key()));
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.NAMESPACES, "", key.name());
    if (found.isEmpty()) {
      return;
    }
    if (found.get().deleting()) {
      empty(key.name());
      return;
    }
    store.update(
        ResourceTypes.NAMESPACES,
        "",
        key.name(),
        n -> {
          Tree.made(n, "metadata", "labels").put("kubernetes.io/metadata.name", key.name());
          Tree.made(n, "status").put("phase", "Active");
          ObjectNode metadata = Tree.made(n, "metadata");
          if (metadata.path("finalizers").isEmpty()) {
            metadata.putArray("finalizers").add(FINALIZER);
          }
          return n;
        });
    furnish(
        ResourceTypes.SERVICE_ACCOUNTS, Tree.head("v1", "ServiceAccount", key.name(), "default"));
    ObjectNode roots = Tree.head("v1", "ConfigMap", key.name(), "kube-root-ca.crt");
    roots.putObject("data").put("ca.crt", authority);
    furnish(ResourceTypes.CONFIG_MAPS, roots);
    if (key.name().equals("default")) {
      furnish(ResourceTypes.SERVICES, OwnService.service());
      furnish(ResourceTypes.ENDPOINTS, OwnService.endpoints());
      furnish(ResourceTypes.ENDPOINT_SLICES, OwnService.slice());
    }
  }

  private void furnish(ResourceType type, ObjectNode object) {
    String namespace = Tree.text(object, "metadata", "namespace");
    String name = Tree.text(object, "metadata", "name");
    if (store.get(type, namespace, name).isEmpty()) {
      store.create(type, object);
    }
  }

  private void empty(String namespace) {
    for (ResourceType type : ResourceTypes.all()) {
      if (!type.namespaced()) {
        continue;
      }
      for (Stored each : store.list(type, Optional.of(namespace))) {
        if (!each.deleting()) {
          store.delete(type, namespace, each.name(), Deletion.gracefully());
        }
      }
    }
    store.update(
        ResourceTypes.NAMESPACES,
        "",
        namespace,
        n -> {
          Tree.made(n, "status").put("phase", "Terminating");
          return n;
        });
    boolean left =
        ResourceTypes.all().stream()
            .filter(ResourceType::namespaced)
            .anyMatch(t -> !store.list(t, Optional.of(namespace)).isEmpty());
    if (!left) {
      store.update(
          ResourceTypes.NAMESPACES,
          "",
          namespace,
          n -> {
            Tree.drop(Tree.at(n, "metadata", "finalizers"), f -> f.asText().equals(FINALIZER));
            return n;
          });
    }
  }
}
