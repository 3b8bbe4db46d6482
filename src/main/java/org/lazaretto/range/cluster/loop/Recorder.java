package org.lazaretto.range.cluster.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;

/**
 * Writes the cluster's events. One that repeats counts up instead of filling the store; none is
 * kept longer than an hour after its last time, and never more than a fixed number. Used in the
 * clock's thread only.
 */
public final class Recorder {
  private static final Duration KEPT = Duration.ofHours(1);

  private final RangeClock clock;
  private final ObjectStore store;
  private final Present present;
  private final int most;
  private final Map<Repeats, Last> written = new LinkedHashMap<>();
  private long number;

  private record Repeats(String uid, String fieldPath, Note note, Source source) {}

  private record Last(ObjectKey key, Instant at) {}

  /**
   * What an event says.
   *
   * @param type Normal or Warning
   * @param reason one word
   * @param message what happened
   */
  public record Note(String type, String reason, String message) {
    /** Something ordinary. */
    public static Note normal(String reason, String message) {
      return new Note("Normal", reason, message);
    }

    /** Something that somebody should look at. */
    public static Note warning(String reason, String message) {
      return new Note("Warning", reason, message);
    }
  }

  /**
   * Who reports.
   *
   * @param component such as kubelet
   * @param host the node's name, or empty
   */
  public record Source(String component, String host) {}

  /**
   * A recorder without events.
   *
   * @param most how many events it keeps
   */
  public Recorder(RangeClock clock, ObjectStore store, int most) {
    this.clock = clock;
    this.store = store;
    this.present = new Present(store);
    this.most = most;
  }

  /** Records an event about an object. */
  public void record(JsonNode about, Note note, String component) {
    record(about, "", note, new Source(component, ""));
  }

  /**
   * Records an event about a part of an object.
   *
   * @param fieldPath such as {@code spec.containers{web}}, or empty
   */
  public void record(JsonNode about, String fieldPath, Note note, Source source) {
    Instant now = clock.now();
    Repeats what = new Repeats(Tree.text(about, "metadata", "uid"), fieldPath, note, source);
    Last before = written.remove(what);
    Last last = new Last(before == null ? key(about) : before.key(), now);
    written.put(what, last);
    if (before == null || !again(before, now)) {
      store.create(ResourceTypes.EVENTS, event(last, about, what));
    }
    forget(now);
  }

  private ObjectKey key(JsonNode about) {
    String namespace = Tree.text(about, "metadata", "namespace");
    String name = Tree.text(about, "metadata", "name");
    String end = String.format("%016x", 0x18a0000000000000L + number++ * 7919);
    return new ObjectKey(namespace.isEmpty() ? "default" : namespace, name + "." + end);
  }

  private boolean again(Last before, Instant now) {
    ObjectKey key = before.key();
    present.change(
        ResourceTypes.EVENTS,
        key,
        e -> e.put("count", Tree.number(e, 1, "count") + 1).put("lastTimestamp", Tree.time(now)));
    return store.get(ResourceTypes.EVENTS, key.namespace(), key.name()).isPresent();
  }

  private static ObjectNode event(Last last, JsonNode about, Repeats what) {
    ObjectNode event = Tree.head("v1", "Event", last.key().namespace(), last.key().name());
    ObjectNode involved = event.putObject("involvedObject");
    involved.put("apiVersion", Tree.text(about, "apiVersion"));
    involved.put("kind", Tree.text(about, "kind"));
    for (String field : new String[] {"name", "namespace", "resourceVersion", "uid"}) {
      String value = Tree.text(about, "metadata", field);
      if (!value.isEmpty()) {
        involved.put(field, value);
      }
    }
    if (!what.fieldPath().isEmpty()) {
      involved.put("fieldPath", what.fieldPath());
    }
    event.put("type", what.note().type()).put("reason", what.note().reason());
    event.put("message", what.note().message()).put("count", 1);
    event.put("firstTimestamp", Tree.time(last.at())).put("lastTimestamp", Tree.time(last.at()));
    event.putNull("eventTime");
    ObjectNode source = event.putObject("source").put("component", what.source().component());
    event.put("reportingComponent", what.source().component());
    event.put("reportingInstance", what.source().host());
    if (!what.source().host().isEmpty()) {
      source.put("host", what.source().host());
    }
    return event;
  }

  private void forget(Instant now) {
    var oldest = written.values().iterator();
    while (oldest.hasNext()) {
      Last last = oldest.next();
      if (written.size() <= most && last.at().plus(KEPT).isAfter(now)) {
        return;
      }
      oldest.remove();
      ObjectKey key = last.key();
      present.delete(ResourceTypes.EVENTS, key, Deletion.now());
    }
  }
}
