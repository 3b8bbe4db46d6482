package org.lazaretto.range.http.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Kinds with few columns of their own. */
final class OtherColumns {
  private OtherColumns() {}

  static List<Column> plain() {
    return List.of(
        Column.ofName(),
        new Column(
            "Created At",
            "date",
            false,
            (o, now) -> TextNode.valueOf(o.path("metadata").path("creationTimestamp").asText(""))));
  }

  static List<Column> nameAndAge() {
    return List.of(Column.ofName(), Column.ofAge());
  }

  static List<Column> namespaces() {
    return List.of(
        Column.ofName(),
        Column.text("Status", Cells.text("/status/phase", "Active")),
        Column.ofAge());
  }

  static List<Column> budgets() {
    return List.of(
        Column.ofName(),
        Column.text("Min Available", Cells.text("/spec/minAvailable", "N/A")),
        Column.text("Max Unavailable", Cells.text("/spec/maxUnavailable", "N/A")),
        Column.number("Allowed Disruptions", o -> Cells.number(o, "/status/disruptionsAllowed")),
        Column.ofAge());
  }

  static List<Column> configMaps() {
    return List.of(
        Column.ofName(),
        Column.number("Data", o -> o.path("data").size() + o.path("binaryData").size()),
        Column.ofAge());
  }

  static List<Column> secrets() {
    return List.of(
        Column.ofName(),
        Column.text("Type", Cells.text("/type", "Opaque")),
        Column.number("Data", o -> o.path("data").size()),
        Column.ofAge());
  }

  static List<Column> serviceAccounts() {
    return List.of(
        Column.ofName(), Column.number("Secrets", o -> o.path("secrets").size()), Column.ofAge());
  }

  static List<Column> claims() {
    return List.of(
        Column.ofName(),
        Column.text("Status", OtherColumns::phase),
        Column.text("Volume", Cells.text("/spec/volumeName", "")),
        Column.text("Capacity", Cells.text("/status/capacity/storage", "")),
        Column.text("Access Modes", o -> modes(o.at("/status/accessModes"))),
        Column.text("StorageClass", Cells.text("/spec/storageClassName", "")),
        Column.ofAge(),
        Column.text("VolumeMode", Cells.text("/spec/volumeMode", "Filesystem")).wideOnly());
  }

  static List<Column> webhooks() {
    return List.of(
        Column.ofName(), Column.number("Webhooks", o -> o.path("webhooks").size()), Column.ofAge());
  }

  static List<Column> volumes() {
    return List.of(
        Column.ofName(),
        Column.text("Capacity", Cells.text("/spec/capacity/storage", "")),
        Column.text("Access Modes", o -> modes(o.at("/spec/accessModes"))),
        Column.text("Reclaim Policy", Cells.text("/spec/persistentVolumeReclaimPolicy", "")),
        Column.text("Status", OtherColumns::phase),
        Column.text("Claim", OtherColumns::claim),
        Column.text("StorageClass", Cells.text("/spec/storageClassName", "")),
        Column.ofAge());
  }

  private static String phase(JsonNode object) {
    return object.at("/metadata").has("deletionTimestamp")
        ? "Terminating"
        : object.at("/status/phase").asText("");
  }

  private static String claim(JsonNode volume) {
    JsonNode claim = volume.at("/spec/claimRef");
    return claim.isObject()
        ? claim.path("namespace").asText() + "/" + claim.path("name").asText()
        : "";
  }

  private static String modes(JsonNode modes) {
    return Cells.joined(
        modes,
        mode ->
            switch (mode.asText()) {
              case "ReadWriteOnce" -> "RWO";
              case "ReadOnlyMany" -> "ROX";
              case "ReadWriteMany" -> "RWX";
              case "ReadWriteOncePod" -> "RWOP";
              default -> mode.asText();
            });
  }

  static List<Column> controllerRevisions() {
    return List.of(
        Column.ofName(),
        Column.text("Controller", OtherColumns::controller),
        Column.text("Revision", Cells.text("/revision", "0")),
        Column.ofAge());
  }

  private static String controller(JsonNode object) {
    return object
        .at("/metadata/ownerReferences")
        .valueStream()
        .filter(owner -> owner.path("controller").asBoolean(false))
        .map(owner ->
            owner.path("kind").asText().toLowerCase(Locale.ROOT)
                + "/"
                + owner.path("name").asText())
        .findFirst()
        .orElse(Cells.NONE);
  }

  static List<Column> bindings() {
    return List.of(
        Column.ofName(),
        Column.text(
            "Role", o -> o.at("/roleRef/kind").asText("") + "/" + o.at("/roleRef/name").asText("")),
        Column.ofAge());
  }

  static List<Column> leases() {
    return List.of(
        Column.ofName(),
        Column.text("Holder", Cells.text("/spec/holderIdentity", "")),
        Column.ofAge());
  }

  static List<Column> events() {
    return List.of(
        new Column("Last Seen", "string", false, OtherColumns::lastSeen),
        Column.text("Type", Cells.text("/type", "")),
        Column.text("Reason", Cells.text("/reason", "")),
        Column.text(
            "Object",
            e ->
                e.at("/involvedObject/kind").asText("").toLowerCase(Locale.ROOT)
                    + "/"
                    + e.at("/involvedObject/name").asText("")),
        Column.text("Subobject", Cells.text("/involvedObject/fieldPath", "")).wideOnly(),
        Column.text("Source", OtherColumns::source).wideOnly(),
        Column.text("Message", e -> e.path("message").asText("").strip()),
        new Column("First Seen", "string", true, (e, now) -> seen(e, "firstTimestamp", now)),
        Column.text("Count", Cells.text("/count", "1")).wideOnly(),
        Column.ofName().wideOnly());
  }

  private static JsonNode lastSeen(JsonNode event, Instant now) {
    return seen(event, "lastTimestamp", now);
  }

  private static JsonNode seen(JsonNode event, String field, Instant now) {
    JsonNode at = event.path(field).isTextual() ? event.path(field) : event.path("eventTime");
    return TextNode.valueOf(Ages.since(at, now));
  }

  private static String source(JsonNode event) {
    String component = event.at("/source/component").asText("");
    String host = event.at("/source/host").asText("");
    return host.isEmpty() ? component : component + ", " + host;
  }
}
