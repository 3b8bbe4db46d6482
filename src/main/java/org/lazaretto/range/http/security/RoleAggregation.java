package org.lazaretto.range.http.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.LabelSelector;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** Keeps the rules of ClusterRoles that are put together from others, as a controller does it. */
public final class RoleAggregation {
  private final ObjectStore store;

  private RoleAggregation(ObjectStore store) {
    this.store = store;
  }

  /** Puts them together now and after every change of a ClusterRole. */
  public static void keep(ObjectStore store) {
    RoleAggregation aggregation = new RoleAggregation(store);
    aggregation.gather();
    store.onChange(aggregation::changed);
  }

  private void changed(StoreEvent event) {
    if (event.object().type().equals(ResourceTypes.CLUSTER_ROLES)) {
      gather();
    }
  }

  private void gather() {
    for (Stored role : store.list(ResourceTypes.CLUSTER_ROLES, Optional.empty())) {
      JsonNode selectors = role.tree().at("/aggregationRule/clusterRoleSelectors");
      if (!selectors.isEmpty()) {
        ArrayNode rules = rules(role, selectors);
        store.update(
            role.type(),
            "",
            role.name(),
            tree -> {
              tree.set("rules", rules);
              return tree;
            });
      }
    }
  }

  private ArrayNode rules(Stored role, JsonNode selectors) {
    Set<JsonNode> rules = new LinkedHashSet<>();
    for (JsonNode selector : selectors) {
      LabelSelector chosen = LabelSelector.of(selector);
      for (Stored other : store.list(ResourceTypes.CLUSTER_ROLES, Optional.empty())) {
        if (!other.name().equals(role.name()) && chosen.matches(other.labels())) {
          other.tree().path("rules").forEach(rules::add);
        }
      }
    }
    ObjectNode holder = Json.object();
    return holder.putArray("rules").addAll(rules);
  }
}
