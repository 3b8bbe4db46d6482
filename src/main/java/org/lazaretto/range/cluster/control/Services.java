package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.LabelSelector;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * Keeps the addresses behind each service: its Endpoints and its EndpointSlice, and its own
 * address.
 */
public final class Services implements Reconciler {
  private final ObjectStore store;
  private final Pods pods;
  private final ServiceAddresses addresses;
  private final Map<ObjectKey, LabelSelector> selectors = new HashMap<>();

  /** A controller of this store's services. */
  public Services(ObjectStore store, Pods pods) {
    this.store = store;
    this.pods = pods;
    this.addresses = new ServiceAddresses(store);
    store
        .list(ResourceTypes.SERVICES, Optional.empty())
        .forEach(s -> selectors.put(s.key(), selector(s)));
  }

  private static LabelSelector selector(Stored service) {
    return LabelSelector.ofMap(Tree.at(service.tree(), "spec", "selector"));
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.SERVICES)) {
      selectors.put(object.key(), selector(object));
      dirty.accept(object.key());
    }
    if (object.type().equals(ResourceTypes.PODS)) {
      selectors.forEach((key, selector) -> {
        if (key.namespace().equals(object.namespace())
            && (selector.matches(object.labels())
                || event.previous().filter(p -> selector.matches(p.labels())).isPresent())) {
          dirty.accept(key);
        }
      });
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.SERVICES, key.namespace(), key.name());
    if (found.isEmpty()) {
      selectors.remove(key);
      dropEndpoints(key);
      return;
    }
    if (ServiceAddresses.isNeeded(found.get().tree())) {
      store.update(
          ResourceTypes.SERVICES,
          key.namespace(),
          key.name(),
          s -> {
            addresses.give(key, s);
            return s;
          });
      return;
    }
    LabelSelector selector = selectors.getOrDefault(key, selector(found.get()));
    if (selector.nothing()) {
      return;
    }
    List<PodFacts> behind = new ArrayList<>();
    for (Stored pod : pods.in(key.namespace())) {
      if (selector.matches(pod.labels()) && pod.field("status.podIP").isPresent()) {
        behind.add(pods.facts(pod));
      }
    }
    behind.removeIf(p -> p.life().over());
    behind.sort(Comparator.comparing((PodFacts p) -> p.key()));
    put(ResourceTypes.ENDPOINT_SLICES, slice(found.get(), behind));
    put(ResourceTypes.ENDPOINTS, endpoints(found.get(), behind));
  }

  /** An EndpointSlice goes with its owner; Endpoints have none. */
  private void dropEndpoints(ObjectKey key) {
    if (store.get(ResourceTypes.ENDPOINTS, key.namespace(), key.name()).isPresent()) {
      store.delete(ResourceTypes.ENDPOINTS, key.namespace(), key.name(), Deletion.now());
    }
  }

  private void put(ResourceType type, ObjectNode wanted) {
    String namespace = Tree.text(wanted, "metadata", "namespace");
    String name = Tree.text(wanted, "metadata", "name");
    if (store.get(type, namespace, name).isEmpty()) {
      store.create(type, wanted);
      return;
    }
    store.update(
        type,
        namespace,
        name,
        there -> {
          for (String field : new String[] {"endpoints", "ports", "subsets"}) {
            if (wanted.has(field)) {
              there.set(field, wanted.get(field));
            }
          }
          return there;
        });
  }

  private static ObjectNode slice(Stored service, List<PodFacts> behind) {
    String name = service.name() + "-" + Names.hash(service.key().toString(), 5);
    ObjectNode tree = service.tree();
    ObjectNode slice = Tree.head("discovery.k8s.io/v1", "EndpointSlice", service.namespace(), name);
    ObjectNode metadata = Tree.made(slice, "metadata");
    Tree.made(metadata, "labels")
        .put("kubernetes.io/service-name", service.name())
        .put("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io");
    metadata.putArray("ownerReferences").add(Owners.controller(tree));
    slice.put("addressType", "IPv4");
    ArrayNode list = slice.putArray("endpoints");
    for (PodFacts pod : behind) {
      ObjectNode endpoint = list.addObject();
      endpoint.putArray("addresses").add(pod.stored().field("status.podIP").orElse(""));
      boolean ending = pod.stored().deleting();
      endpoint
          .putObject("conditions")
          .put("ready", pod.serves())
          .put("serving", pod.life().ready())
          .put("terminating", ending);
      endpoint.put("nodeName", pod.node());
      endpoint.set("targetRef", target(pod));
    }
    slice.set("ports", ports(tree, behind));
    return slice;
  }

  private static ObjectNode target(PodFacts pod) {
    return Tree.object()
        .put("kind", "Pod")
        .put("name", pod.key().name())
        .put("namespace", pod.key().namespace())
        .put("uid", pod.stored().uid());
  }

  private static ArrayNode ports(JsonNode service, List<PodFacts> behind) {
    ArrayNode ports = Tree.object().putArray("ports");
    for (JsonNode each : Tree.at(service, "spec", "ports")) {
      JsonNode target = each.path("targetPort");
      int port =
          target.isTextual() && !target.asText().matches("[0-9]+")
              ? named(target.asText(), behind)
              : target.asInt(Tree.number(each, 0, "port"));
      if (port > 0) {
        ObjectNode one = ports.addObject().put("name", Tree.text(each, "name")).put("port", port);
        one.put("protocol", each.path("protocol").asText("TCP"));
      }
    }
    return ports;
  }

  /** The port that the pods' containers have under a name; none if they have no such port. */
  private static int named(String name, List<PodFacts> behind) {
    for (PodFacts pod : behind) {
      for (JsonNode container : Tree.at(pod.stored().tree(), "spec", "containers")) {
        Optional<ObjectNode> port =
            Tree.first(container.path("ports"), p -> Tree.text(p, "name").equals(name));
        if (port.isPresent()) {
          return Tree.number(port.get(), 0, "containerPort");
        }
      }
    }
    return 0;
  }

  private static ObjectNode endpoints(Stored service, List<PodFacts> behind) {
    ObjectNode endpoints = Tree.head("v1", "Endpoints", service.namespace(), service.name());
    ArrayNode subsets = endpoints.putArray("subsets");
    ObjectNode subset = Tree.object();
    for (PodFacts pod : behind) {
      if (pod.stored().deleting()) {
        continue;
      }
      ObjectNode address =
          Tree.list(subset, pod.serves() ? "addresses" : "notReadyAddresses").addObject();
      address.put("ip", pod.stored().field("status.podIP").orElse(""));
      address.put("nodeName", pod.node()).set("targetRef", target(pod));
    }
    if (!subset.isEmpty()) {
      subset.set("ports", ports(service.tree(), behind));
      subsets.add(subset);
    }
    return endpoints;
  }
}
