package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** The messages of one watch, one line of JSON each. Used by one thread at a time. */
final class WatchFrames {
  private static final String INITIAL_END = "k8s.io/initial-events-end";

  private final ResourceType type;
  private final Selection selection;
  private final View view;
  private boolean first = true;

  WatchFrames(ResourceType type, Selection selection, View view) {
    this.type = type;
    this.selection = selection;
    this.view = view;
  }

  /** What is there when the watch begins. */
  Iterator<byte[]> initial(List<Stored> objects) {
    return objects.stream()
        .filter(selection::matches)
        .map(object -> frame(StoreEvent.Change.ADDED, object))
        .iterator();
  }

  /** What a change is to somebody who sees only what is selected. */
  Optional<byte[]> of(StoreEvent event) {
    boolean is = selection.matches(event.object());
    Optional<Stored> seen = event.previous().filter(selection::matches);
    return switch (event.change()) {
      case ADDED -> is ? Optional.of(frame(StoreEvent.Change.ADDED, event.object())) : none();
      case DELETED -> seen.map(p -> frame(StoreEvent.Change.DELETED, event.object()));
      case MODIFIED -> {
        if (is) {
          StoreEvent.Change change =
              seen.isPresent() ? StoreEvent.Change.MODIFIED : StoreEvent.Change.ADDED;
          yield Optional.of(frame(change, event.object()));
        }
        yield seen.map(p -> frame(StoreEvent.Change.DELETED, event.object()));
      }
    };
  }

  private static Optional<byte[]> none() {
    return Optional.empty();
  }

  private byte[] frame(StoreEvent.Change change, Stored object) {
    byte[] body = view.event(object, first);
    first = false;
    return line(change.name(), body);
  }

  private static byte[] line(String event, byte[] object) {
    byte[] head = ("{\"type\":\"" + event + "\",\"object\":").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(head.length + object.length + 2);
    out.writeBytes(head);
    out.writeBytes(object);
    out.write('}');
    out.write('\n');
    return out.toByteArray();
  }

  /** That everything up to a revision was told. */
  byte[] bookmark(long revision, boolean endOfInitial) {
    ObjectNode object =
        view instanceof View.Rows
            ? Json.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/v1")
            : Json.object().put("kind", type.kind()).put("apiVersion", type.apiVersion());
    ObjectNode metadata = object.putObject("metadata");
    metadata.put("resourceVersion", String.valueOf(revision)).putNull("creationTimestamp");
    if (endOfInitial) {
      metadata.putObject("annotations").put(INITIAL_END, "true");
    }
    if (view instanceof View.Rows) {
      object.putArray("columnDefinitions");
      object.putArray("rows");
    }
    return line("BOOKMARK", Json.bytes(object));
  }

  /** That the watch cannot go on. */
  byte[] error(ApiProblem problem) {
    return line("ERROR", Json.bytes(problem.status()));
  }
}
