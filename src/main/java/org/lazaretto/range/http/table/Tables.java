package org.lazaretto.range.http.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Objects as {@code meta.k8s.io/v1} tables. */
public final class Tables {
  private static final Map<ResourceType, List<Column>> COLUMNS =
      Map.ofEntries(
          Map.entry(ResourceTypes.PODS, PodAndNodeColumns.pods()),
          Map.entry(ResourceTypes.NODES, PodAndNodeColumns.nodes()),
          Map.entry(ResourceTypes.DEPLOYMENTS, WorkloadColumns.deployments()),
          Map.entry(ResourceTypes.REPLICA_SETS, WorkloadColumns.replicaSets()),
          Map.entry(ResourceTypes.STATEFUL_SETS, WorkloadColumns.statefulSets()),
          Map.entry(ResourceTypes.DAEMON_SETS, WorkloadColumns.daemonSets()),
          Map.entry(ResourceTypes.JOBS, WorkloadColumns.jobs()),
          Map.entry(ResourceTypes.CRON_JOBS, WorkloadColumns.cronJobs()),
          Map.entry(ResourceTypes.SERVICES, NetworkColumns.services()),
          Map.entry(ResourceTypes.ENDPOINTS, NetworkColumns.endpoints()),
          Map.entry(ResourceTypes.ENDPOINT_SLICES, NetworkColumns.endpointSlices()),
          Map.entry(ResourceTypes.NETWORK_POLICIES, NetworkColumns.networkPolicies()),
          Map.entry(ResourceTypes.NAMESPACES, OtherColumns.namespaces()),
          Map.entry(ResourceTypes.POD_DISRUPTION_BUDGETS, OtherColumns.budgets()),
          Map.entry(ResourceTypes.CONFIG_MAPS, OtherColumns.configMaps()),
          Map.entry(ResourceTypes.SECRETS, OtherColumns.secrets()),
          Map.entry(ResourceTypes.SERVICE_ACCOUNTS, OtherColumns.serviceAccounts()),
          Map.entry(ResourceTypes.PERSISTENT_VOLUME_CLAIMS, OtherColumns.claims()),
          Map.entry(ResourceTypes.PERSISTENT_VOLUMES, OtherColumns.volumes()),
          Map.entry(ResourceTypes.CONTROLLER_REVISIONS, OtherColumns.controllerRevisions()),
          Map.entry(ResourceTypes.ROLE_BINDINGS, OtherColumns.bindings()),
          Map.entry(ResourceTypes.CLUSTER_ROLE_BINDINGS, OtherColumns.bindings()),
          Map.entry(ResourceTypes.ROLES, OtherColumns.plain()),
          Map.entry(ResourceTypes.CLUSTER_ROLES, OtherColumns.plain()),
          Map.entry(ResourceTypes.AUTOSCALERS, AutoscalerColumns.autoscalers()),
          Map.entry(ResourceTypes.MUTATING_WEBHOOKS, OtherColumns.webhooks()),
          Map.entry(ResourceTypes.VALIDATING_WEBHOOKS, OtherColumns.webhooks()),
          Map.entry(ResourceTypes.LEASES, OtherColumns.leases()),
          Map.entry(ResourceTypes.INGRESSES, ClusterColumns.ingresses()),
          Map.entry(ResourceTypes.RESOURCE_QUOTAS, ClusterColumns.quotas()),
          Map.entry(ResourceTypes.STORAGE_CLASSES, ClusterColumns.storageClasses()),
          Map.entry(ResourceTypes.PRIORITY_CLASSES, ClusterColumns.priorityClasses()),
          Map.entry(ResourceTypes.SIGNING_REQUESTS, ClusterColumns.signingRequests()),
          Map.entry(ResourceTypes.CUSTOM_RESOURCE_DEFINITIONS, OtherColumns.plain()),
          Map.entry(ResourceTypes.LIMIT_RANGES, OtherColumns.plain()),
          Map.entry(ResourceTypes.EVENTS, OtherColumns.events()));

  private Tables() {}

  /** How much of each object comes with its row. */
  public enum Include {
    NONE,
    METADATA,
    OBJECT
  }

  /**
   * A table.
   *
   * @param metadata of the list, or of the object
   * @param objects one row each
   * @param include what of each object comes with its row
   * @param headings whether the columns are described
   * @param now the time that ages are counted to
   */
  public static ObjectNode table(
      ResourceType type,
      ObjectNode metadata,
      List<Stored> objects,
      Include include,
      boolean headings,
      Instant now) {
    return table(layout(type), metadata, objects, include, headings, now);
  }

  /** The columns of a kind that the server comes with; of any other, its name and age. */
  public static Layout layout(ResourceType type) {
    return new Layout(COLUMNS.getOrDefault(type, OtherColumns.nameAndAge()));
  }

  /** A table with columns of its own. */
  public static ObjectNode table(
      Layout layout,
      ObjectNode metadata,
      List<Stored> objects,
      Include include,
      boolean headings,
      Instant now) {
    List<Column> columns = layout.columns();
    ObjectNode table = Json.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
    table.set("metadata", metadata);
    ArrayNode definitions = table.putArray("columnDefinitions");
    if (headings) {
      columns.forEach(column -> definitions.add(column.definition()));
    }
    ArrayNode rows = table.putArray("rows");
    for (Stored object : objects) {
      rows.add(row(columns, object.tree(), include, now));
    }
    return table;
  }

  private static ObjectNode row(
      List<Column> columns, ObjectNode object, Include include, Instant now) {
    ObjectNode row = Json.object();
    ArrayNode cells = row.putArray("cells");
    columns.forEach(column -> cells.add(column.cell().of(object, now)));
    switch (include) {
      case NONE -> {}
      case METADATA -> row.set("object", partial(object.path("metadata")));
      case OBJECT -> row.set("object", object);
    }
    return row;
  }

  /** An object of which only the metadata is told. */
  public static ObjectNode partial(JsonNode metadata) {
    ObjectNode partial = Json.object().put("kind", "PartialObjectMetadata");
    partial.put("apiVersion", "meta.k8s.io/v1").set("metadata", metadata);
    return partial;
  }
}
