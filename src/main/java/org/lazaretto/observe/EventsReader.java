package org.lazaretto.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads a list of events. */
final class EventsReader {
  private EventsReader() {}

  /** The events, latest first. */
  static List<EventEntry> read(JsonNode list) {
    List<EventEntry> events = new ArrayList<>();
    for (JsonNode event : list.path("items")) {
      events.add(
          new EventEntry(
              Tree.text(event, "type"),
              Tree.text(event, "reason"),
              Tree.text(event, "message"),
              count(event),
              last(event),
              source(event)));
    }
    Comparator<EventEntry> age =
        Comparator.comparing((EventEntry event) -> event.last().orElse(Instant.MIN));
    events.sort(age.reversed());
    return List.copyOf(events);
  }

  private static int count(JsonNode event) {
    return Math.max(
        1, Math.max(event.path("count").asInt(1), event.path("series").path("count").asInt(1)));
  }

  private static Optional<Instant> last(JsonNode event) {
    List<String> times =
        List.of(
            Tree.text(event.path("series"), "lastObservedTime"),
            Tree.text(event, "lastTimestamp"),
            Tree.text(event, "eventTime"),
            Tree.text(event.path("metadata"), "creationTimestamp"));
    return times.stream().flatMap(time -> Tree.time(time).stream()).findFirst();
  }

  private static String source(JsonNode event) {
    String component = Tree.text(event.path("source"), "component");
    return component.isEmpty() ? Tree.text(event, "reportingComponent") : component;
  }
}
