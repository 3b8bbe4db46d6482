package org.lazaretto.range.http.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lazaretto.range.http.shape.Shape.Struct;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ApiProblem.Cause;
import org.lazaretto.range.store.Json;

/** Keeps {@code managedFields}, and applies configurations by it. */
public final class Ownership {
  private final Map<Manager, Share> shares = new LinkedHashMap<>();

  private record Share(FieldSet fields, Instant time) {}

  private Ownership() {}

  private static Ownership of(JsonNode object) {
    Ownership ownership = new Ownership();
    for (JsonNode entry : object.at("/metadata/managedFields")) {
      ownership.shares.put(
          Manager.of(entry),
          new Share(FieldSet.of(entry.path("fieldsV1")), time(entry.path("time").asText(""))));
    }
    return ownership;
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException unreadable) {
      return Instant.EPOCH;
    }
  }

  /**
   * Notes that somebody changed an object as they liked: what they changed is theirs.
   *
   * @param before as it was; empty if it is new
   * @param after as it is; its managedFields are replaced
   */
  public static void changed(
      ObjectNode before, ObjectNode after, Struct shape, Manager by, Instant now) {
    boolean told = !after.at("/metadata/managedFields").isEmpty();
    Ownership ownership = of(told ? after : before);
    Extent.Difference difference = Extent.between(before, after, shape);
    FieldSet changed = Extent.ownable(difference.changed());
    FieldSet gone = difference.removed();
    ownership.takeFromOthers(by, changed);
    ownership.shares.replaceAll((m, s) -> new Share(s.fields().minus(gone), s.time()));
    FieldSet before_ = ownership.fieldsOf(by);
    ownership.give(by, before_.plus(changed), now);
    ownership.write(after);
  }

  private FieldSet fieldsOf(Manager manager) {
    Share share = shares.get(manager);
    return share == null ? FieldSet.NONE : share.fields();
  }

  private void give(Manager manager, FieldSet fields, Instant now) {
    Share share = shares.get(manager);
    if (share == null || !share.fields().equals(fields)) {
      shares.put(manager, new Share(fields, now));
    }
  }

  private void takeFromOthers(Manager by, FieldSet fields) {
    shares.replaceAll((manager, share) ->
        manager.equals(by) ? share : new Share(share.fields().minus(fields), share.time()));
  }

  private void write(ObjectNode object) {
    ObjectNode metadata = Json.child(object, "metadata");
    metadata.remove("managedFields");
    ArrayNode entries = Json.object().arrayNode();
    shares.forEach((manager, share) -> {
      if (!share.fields().isEmpty()) {
        entries.add(manager.entry(share.fields(), share.time()));
      }
    });
    if (!entries.isEmpty()) {
      metadata.set("managedFields", entries);
    }
  }

  /**
   * The object that results when somebody applies a configuration: what it states is there, what
   * they stated before and nobody else owns is gone.
   *
   * @param live as it is; empty if there is none yet
   * @param wanted what is to be stated
   * @param force whether to take fields from others
   * @throws ApiProblem 409 if others own what would change
   */
  public static ObjectNode applied(
      ObjectNode live, ObjectNode wanted, Struct shape, Manager by, boolean force) {
    Ownership ownership = ofLive(live, shape, by);
    FieldSet stated = Extent.ownable(Extent.of(wanted, shape));
    FieldSet dropped = ownership.fieldsOf(by).minus(stated);
    for (Map.Entry<Manager, Share> other : ownership.shares.entrySet()) {
      if (!other.getKey().equals(by)) {
        dropped = dropped.minus(other.getValue().fields());
      }
    }
    JsonNode merged = Merge.of(live, wanted, shape);
    ObjectNode result = (ObjectNode) Merge.without(merged, dropped, shape);
    FieldSet changed = Extent.ownable(Extent.between(live, result, shape).changed());
    if (!force) {
      ownership.refuseConflicts(by, changed);
    }
    return result;
  }

  private static Ownership ofLive(ObjectNode live, Struct shape, Manager by) {
    Ownership ownership = of(live);
    if (ownership.shares.isEmpty() && !live.isEmpty()) {
      FieldSet all = Extent.ownable(Extent.of(live, shape));
      ownership.shares.put(
          Manager.beforeFirstApply(by.apiVersion()), new Share(all, Instant.EPOCH));
    }
    return ownership;
  }

  /** Notes that somebody applied a configuration; to be called once the object is complete. */
  public static void noteApplied(
      ObjectNode live,
      ObjectNode wanted,
      ObjectNode result,
      Struct shape,
      Manager by,
      Instant now) {
    Ownership ownership = ofLive(live, shape, by);
    Extent.Difference difference = Extent.between(live, result, shape);
    FieldSet stated = Extent.ownable(Extent.of(wanted, shape));
    ownership.takeFromOthers(by, difference.changed().common(stated));
    ownership.shares.replaceAll(
        (m, s) -> new Share(s.fields().minus(difference.removed()), s.time()));
    ownership.give(by, stated, now);
    ownership.write(result);
  }

  private void refuseConflicts(Manager by, FieldSet changed) {
    Map<String, List<String>> conflicts = new TreeMap<>();
    shares.forEach((manager, share) -> {
      List<String> paths = share.fields().common(changed).paths();
      if (!manager.equals(by) && !paths.isEmpty()) {
        conflicts.put(manager.shown(share.time()), paths);
      }
    });
    if (!conflicts.isEmpty()) {
      throw conflict(conflicts);
    }
  }

  private static ApiProblem conflict(Map<String, List<String>> conflicts) {
    List<Cause> causes = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    conflicts.forEach((who, paths) -> {
      lines.add("conflicts with " + who + ":");
      for (String path : paths) {
        causes.add(new Cause("FieldManagerConflict", "conflict with " + who, path));
        lines.add("- " + path);
      }
    });
    String message =
        causes.size() == 1
            ? "Apply failed with 1 conflict: "
                + causes.getFirst().message()
                + ": "
                + causes.getFirst().field()
            : "Apply failed with " + causes.size() + " conflicts: " + String.join("\n", lines);
    return ApiProblem.of(409, "Conflict", message).with(causes);
  }
}
