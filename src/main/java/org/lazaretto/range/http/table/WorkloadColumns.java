package org.lazaretto.range.http.table;

import static org.lazaretto.range.http.table.Cells.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What makes pods: Deployments, ReplicaSets, StatefulSets, DaemonSets, Jobs and CronJobs. */
final class WorkloadColumns {
  private static final String CONTAINERS = "/spec/template/spec/containers";

  private WorkloadColumns() {}

  private static List<Column> list(Object... parts) {
    List<Column> columns = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Column column) {
        columns.add(column);
      } else if (part instanceof List<?> more) {
        more.forEach(column -> columns.add((Column) column));
      }
    }
    return columns;
  }

  private static Column count(String name, String pointer) {
    return Column.number(name, o -> number(o, pointer));
  }

  private static String readyOfWanted(JsonNode object) {
    return number(object, "/status/readyReplicas") + "/" + number(object, "/spec/replicas");
  }

  static List<Column> deployments() {
    return list(
        Column.ofName(),
        Column.text("Ready", WorkloadColumns::readyOfWanted),
        count("Up-to-date", "/status/updatedReplicas"),
        count("Available", "/status/availableReplicas"),
        Column.ofAge(),
        Cells.containers(CONTAINERS),
        Cells.selectorAt("/spec/selector"));
  }

  static List<Column> replicaSets() {
    return list(
        Column.ofName(),
        count("Desired", "/spec/replicas"),
        count("Current", "/status/replicas"),
        count("Ready", "/status/readyReplicas"),
        Column.ofAge(),
        Cells.containers(CONTAINERS),
        Cells.selectorAt("/spec/selector"));
  }

  static List<Column> statefulSets() {
    return list(
        Column.ofName(),
        Column.text("Ready", WorkloadColumns::readyOfWanted),
        Column.ofAge(),
        Cells.containers(CONTAINERS));
  }

  static List<Column> daemonSets() {
    return list(
        Column.ofName(),
        count("Desired", "/status/desiredNumberScheduled"),
        count("Current", "/status/currentNumberScheduled"),
        count("Ready", "/status/numberReady"),
        count("Up-to-date", "/status/updatedNumberScheduled"),
        count("Available", "/status/numberAvailable"),
        Column.text("Node Selector", o -> Cells.labels(o.at("/spec/template/spec/nodeSelector"))),
        Column.ofAge(),
        Cells.containers(CONTAINERS),
        Cells.selectorAt("/spec/selector"));
  }

  static List<Column> jobs() {
    return list(
        Column.ofName(),
        Column.text("Status", WorkloadColumns::jobStatus),
        Column.text("Completions", WorkloadColumns::completions),
        new Column("Duration", "string", false, WorkloadColumns::duration),
        Column.ofAge(),
        Cells.containers(CONTAINERS),
        Cells.selectorAt("/spec/selector"));
  }

  private static String jobStatus(JsonNode job) {
    for (String type : List.of("Complete", "Failed", "Suspended", "FailureTarget")) {
      boolean is =
          job.path("status")
              .path("conditions")
              .valueStream()
              .anyMatch(c ->
                  c.path("type").asText().equals(type) && c.path("status").asText().equals("True"));
      if (is) {
        return type;
      }
    }
    return job.path("metadata").hasNonNull("deletionTimestamp") ? "Terminating" : "Running";
  }

  private static String completions(JsonNode job) {
    int done = number(job, "/status/succeeded");
    JsonNode wanted = job.at("/spec/completions");
    if (wanted.isNumber()) {
      return done + "/" + wanted.asInt();
    }
    int parallel = job.at("/spec/parallelism").asInt(0);
    return parallel > 1 ? done + "/1 of " + parallel : done + "/1";
  }

  private static JsonNode duration(JsonNode job, Instant now) {
    String start = job.at("/status/startTime").asText("");
    String end = job.at("/status/completionTime").asText("");
    try {
      Instant until = end.isEmpty() ? now : Instant.parse(end);
      return TextNode.valueOf(
          start.isEmpty() ? "" : Ages.of(Duration.between(Instant.parse(start), until)));
    } catch (DateTimeException nonsense) {
      return TextNode.valueOf("");
    }
  }

  static List<Column> cronJobs() {
    return list(
        Column.ofName(),
        Column.text("Schedule", Cells.text("/spec/schedule", "")),
        Column.text("Timezone", Cells.text("/spec/timeZone", Cells.NONE)),
        Column.text("Suspend", o -> o.at("/spec/suspend").asBoolean(false) ? "True" : "False"),
        Column.number("Active", o -> o.at("/status/active").size()),
        new Column(
            "Last Schedule",
            "string",
            false,
            (o, now) -> {
              JsonNode at = o.at("/status/lastScheduleTime");
              return TextNode.valueOf(at.isTextual() ? Ages.since(at, now) : Cells.NONE);
            }),
        Column.ofAge(),
        Cells.containers("/spec/jobTemplate/spec/template/spec/containers"));
  }
}
