package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.lazaretto.range.clock.RangeClock;

/** What a change makes of the objects, worked out but not done. */
final class Transitions {
  private static final String SUFFIX_LETTERS = "bcdfghjklmnpqrstvwxz2456789";
  private static final int SUFFIX_LENGTH = 5;
  private static final Set<String> CORE_WITH_GENERATION = Set.of("Pod");
  private static final List<String> IDENTITY =
      List.of(
          "name",
          "namespace",
          "uid",
          "creationTimestamp",
          "generation",
          "deletionTimestamp",
          "deletionGracePeriodSeconds");

  private final RangeClock clock;
  private final RandomGenerator random;

  Transitions(RangeClock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** The version that results, and the change that leads to it, if there is one. */
  record Step(Stored result, Optional<StoreEvent> event) {
    static Step to(StoreEvent event) {
      return new Step(event.object(), Optional.of(event));
    }
  }

  Step create(Snapshot at, ResourceType type, ObjectNode given) {
    ObjectNode tree = Json.object();
    tree.put("apiVersion", type.apiVersion()).put("kind", type.kind());
    ObjectNode rest = given.deepCopy();
    rest.remove(List.of("apiVersion", "kind"));
    rest.properties().forEach(field -> tree.set(field.getKey(), field.getValue()));
    ObjectNode metadata = Json.child(tree, "metadata");
    String name = nameOf(type, metadata);
    String namespace = type.namespaced() ? metadata.path("namespace").asText("") : "";
    if (at.get(type, namespace, name).isPresent()) {
      throw ApiProblem.alreadyExists(type, name);
    }
    metadata.put("name", name);
    metadata.remove(
        List.of("namespace", "deletionTimestamp", "deletionGracePeriodSeconds", "generation"));
    if (type.namespaced()) {
      metadata.put("namespace", namespace);
    }
    metadata.put("uid", uuid());
    metadata.put("creationTimestamp", now());
    if (hasGeneration(type)) {
      metadata.put("generation", 1);
    }
    return Step.to(
        new StoreEvent(StoreEvent.Change.ADDED, version(at, type, tree), Optional.empty()));
  }

  private String nameOf(ResourceType type, ObjectNode metadata) {
    Optional<String> name = Json.text(metadata, "name").filter(given -> !given.isEmpty());
    Optional<String> base = Json.text(metadata, "generateName").filter(given -> !given.isEmpty());
    return name.or(() -> base.map(given -> given + suffix()))
        .orElseThrow(() ->
            ApiProblem.invalid(
                type,
                "",
                List.of(
                    new ApiProblem.Cause(
                        "FieldValueRequired",
                        "Required value: name or generateName is required",
                        "metadata.name"))));
  }

  private String suffix() {
    StringBuilder suffix = new StringBuilder();
    random
        .ints(SUFFIX_LENGTH, 0, SUFFIX_LETTERS.length())
        .forEach(letter -> suffix.append(SUFFIX_LETTERS.charAt(letter)));
    return suffix.toString();
  }

  private String uuid() {
    long high = (random.nextLong() & ~0xf000L) | 0x4000L;
    long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
    return new UUID(high, low).toString();
  }

  private static boolean hasGeneration(ResourceType type) {
    return !type.group().isEmpty() || CORE_WITH_GENERATION.contains(type.kind());
  }

  Step update(Stored current, Snapshot at, UnaryOperator<ObjectNode> change) {
    ObjectNode before = current.tree();
    ObjectNode tree = change.apply(before.deepCopy());
    ObjectNode metadata = Json.child(tree, "metadata");
    check(current, metadata);
    keepIdentity(before, tree);
    ObjectNode unversioned = (ObjectNode) before.get("metadata");
    metadata.set("resourceVersion", unversioned.get("resourceVersion"));
    if (Json.same(before, tree)) {
      return new Step(current, Optional.empty());
    }
    boolean sameSpec = Json.same(before.path("spec"), tree.path("spec"));
    if (metadata.has("generation") && !sameSpec) {
      metadata.put("generation", metadata.path("generation").asLong() + 1);
    }
    Stored next = version(at, current.type(), tree);
    return Step.to(
        new StoreEvent(
            finished(metadata) ? StoreEvent.Change.DELETED : StoreEvent.Change.MODIFIED,
            next,
            Optional.of(current)));
  }

  private static void check(Stored current, ObjectNode metadata) {
    String version = metadata.path("resourceVersion").asText("");
    if (!version.isEmpty() && !version.equals(String.valueOf(current.resourceVersion()))) {
      throw ApiProblem.modified(current.type(), current.name());
    }
    String uid = metadata.path("uid").asText("");
    if (!uid.isEmpty() && !uid.equals(current.uid())) {
      throw ApiProblem.conflict(
          current.type(),
          current.name(),
          "Precondition failed: UID in precondition: "
              + uid
              + ", UID in object meta: "
              + current.uid());
    }
  }

  private static void keepIdentity(ObjectNode before, ObjectNode tree) {
    JsonNode old = before.path("metadata");
    ObjectNode metadata = Json.child(tree, "metadata");
    for (String field : IDENTITY) {
      if (old.has(field)) {
        metadata.set(field, old.get(field));
      } else {
        metadata.remove(field);
      }
    }
    tree.set("apiVersion", before.get("apiVersion"));
    tree.set("kind", before.get("kind"));
  }

  private static boolean finished(ObjectNode metadata) {
    return metadata.hasNonNull("deletionTimestamp")
        && metadata.path("deletionGracePeriodSeconds").asLong(0) == 0
        && metadata.path("finalizers").isEmpty();
  }

  Step delete(Stored current, Snapshot at, Deletion how) {
    Endings.check(current, how);
    ObjectNode tree = current.tree();
    ObjectNode metadata = Json.child(tree, "metadata");
    if (how.foreground()) {
      Endings.addFinalizer(metadata, "foregroundDeletion");
    }
    long grace = Endings.graceSeconds(current, tree, how);
    boolean waits = grace > 0 || !metadata.path("finalizers").isEmpty();
    if (waits) {
      Endings.mark(metadata, clock.now(), grace);
    }
    if (waits && Json.same(current.tree(), tree)) {
      return new Step(current, Optional.empty());
    }
    return Step.to(
        new StoreEvent(
            waits ? StoreEvent.Change.MODIFIED : StoreEvent.Change.DELETED,
            version(at, current.type(), tree),
            Optional.of(current)));
  }

  private static Stored version(Snapshot at, ResourceType type, ObjectNode tree) {
    Json.child(tree, "metadata").put("resourceVersion", String.valueOf(at.revision() + 1));
    return Stored.of(type, tree);
  }

  private String now() {
    return clock.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
