package org.lazaretto.observe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/** Details of one object, read when somebody asks for them. All calls block. */
public final class ObjectDetails {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ClusterReads reads;

  /** Details by way of these reads. */
  public ObjectDetails(ClusterReads reads) {
    this.reads = reads;
  }

  /** The object as YAML. */
  public Detail<String> yaml(ObjectRef object) {
    return ask(() -> reads.yaml(object));
  }

  /** The log of a pod's container, following; the caller closes the stream. */
  public Detail<InputStream> log(ObjectRef pod, String container, int tailLines) {
    return ask(() -> reads.follow(pod, container, tailLines));
  }

  /** The events about the object with that UID, latest first. */
  public Detail<List<EventEntry>> events(ObjectRef object) {
    return ask(() -> events(reads.raw(path(object)).bytes()));
  }

  /** Events of cluster-scoped objects, such as nodes, lie in the namespace {@code default}. */
  private static String path(ObjectRef object) {
    String namespace = object.namespace().isEmpty() ? "default" : object.namespace();
    return "/api/v1/namespaces/"
        + escaped(namespace)
        + "/events?limit=500&fieldSelector="
        + escaped("involvedObject.uid=" + object.uid());
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static List<EventEntry> events(byte[] bytes) throws PortException {
    List<EventEntry> events = new ArrayList<>();
    for (JsonNode event : tree(bytes).path("items")) {
      events.add(
          new EventEntry(
              text(event, "type"),
              text(event, "reason"),
              text(event, "message"),
              count(event),
              last(event),
              source(event)));
    }
    Comparator<EventEntry> age =
        Comparator.comparing((EventEntry event) -> event.last().orElse(Instant.MIN));
    events.sort(age.reversed());
    return List.copyOf(events);
  }

  private static JsonNode tree(byte[] bytes) throws PortException {
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException notJson) {
      throw new PortException(PortException.Kind.SERVER_ERROR, "the events are not JSON");
    } catch (IOException impossible) {
      throw new IllegalStateException("reading an array of bytes failed", impossible);
    }
  }

  private static int count(JsonNode event) {
    return Math.max(
        1, Math.max(event.path("count").asInt(1), event.path("series").path("count").asInt(1)));
  }

  private static Optional<Instant> last(JsonNode event) {
    List<String> times =
        List.of(
            text(event.path("series"), "lastObservedTime"),
            text(event, "lastTimestamp"),
            text(event, "eventTime"),
            text(event.path("metadata"), "creationTimestamp"));
    return times.stream().flatMap(time -> parsed(time).stream()).findFirst();
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  private static String source(JsonNode event) {
    String component = text(event.path("source"), "component");
    return component.isEmpty() ? text(event, "reportingComponent") : component;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  /** A question whose failure becomes a value. */
  @FunctionalInterface
  private interface Question<T> {
    T answer() throws PortException;
  }

  private static <T> Detail<T> ask(Question<T> question) {
    try {
      return new Detail.Read<>(question.answer());
    } catch (PortException failure) {
      String reason = String.valueOf(failure.getMessage());
      return failure.kind() == PortException.Kind.NOT_FOUND
          ? new Detail.Gone<>(reason)
          : new Detail.Unavailable<>(reason);
    }
  }
}
