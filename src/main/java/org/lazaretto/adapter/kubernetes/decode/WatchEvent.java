package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.lazaretto.model.ClusterObject;

/** One line of a watch. */
public sealed interface WatchEvent {
  /** Added or changed. */
  record Changed(ClusterObject object, String revision) implements WatchEvent {}

  /** Deleted. */
  record Gone(String uid, String revision) implements WatchEvent {}

  /** A sign of life, and how far the watch is. */
  record Bookmark(String revision) implements WatchEvent {}

  /** The server ends the watch; 410 asks for a new list. */
  record Failed(int code, String message) implements WatchEvent {}

  /** An object without name or UID, or a type of event that is not known. */
  record Odd() implements WatchEvent {}

  /**
   * Reads a line.
   *
   * @throws IOException if it is no JSON
   */
  static WatchEvent read(byte[] bytes, int offset, int length, ObjectDecoder decoder)
      throws IOException {
    try (JsonParser parser = Json.MAPPER.createParser(bytes, offset, length)) {
      parser.nextToken();
      Line line = new Line(decoder);
      Json.object(parser, line);
      return line.event();
    }
  }

  /** The line being read. */
  final class Line implements Json.Fields {
    private final ObjectDecoder decoder;
    private String type = "";
    private WatchEvent event = new Odd();
    private Optional<JsonNode> early = Optional.empty();

    private Line(ObjectDecoder decoder) {
      this.decoder = decoder;
    }

    @Override
    public void field(String name, JsonParser p) throws IOException {
      switch (name) {
        case "type" -> type = Json.text(p);
        case "object" -> {
          if (type.isEmpty()) {
            early = Optional.of(Json.MAPPER.readTree(p));
          } else {
            event = event(p);
          }
        }
        default -> p.skipChildren();
      }
    }

    /** The event; where the object came before the type, the object is read only now. */
    private WatchEvent event() throws IOException {
      if (early.isEmpty() || type.isEmpty()) {
        return event;
      }
      try (JsonParser p = early.get().traverse()) {
        p.nextToken();
        return event(p);
      }
    }

    private WatchEvent event(JsonParser p) throws IOException {
      if (type.equals("ERROR")) {
        JsonNode status = Json.MAPPER.readTree(p);
        return new Failed(status.path("code").asInt(0), Json.text(status.path("message")));
      }
      Decoded decoded = decoder.decode(p);
      return switch (type) {
        case "ADDED", "MODIFIED" ->
            decoded
                .object()
                .<WatchEvent>map(object -> new Changed(object, decoded.resourceVersion()))
                .orElseGet(Odd::new);
        case "DELETED" -> new Gone(decoded.uid(), decoded.resourceVersion());
        case "BOOKMARK" -> new Bookmark(decoded.resourceVersion());
        default -> new Odd();
      };
    }
  }
}
