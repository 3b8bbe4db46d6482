package org.lazaretto.range.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ApiProblem.Cause;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.Stored;

/**
 * Which part of a log a client wants.
 *
 * @param container whose
 * @param previous of the instance before the last restart
 * @param follow whether it goes on
 * @param timestamps whether each line begins with its time
 * @param since the time of the first line that is wanted
 * @param tail how many of the last lines are wanted
 * @param limit how many bytes are wanted at most
 */
record LogQuery(
    String container,
    boolean previous,
    boolean follow,
    boolean timestamps,
    Optional<Instant> since,
    OptionalLong tail,
    OptionalLong limit) {
  private static final ResourceType OPTIONS =
      new ResourceType(
          "",
          "v1",
          new ResourceType.Names("PodLogOptions", "pods", "pod", List.of(), List.of()),
          true,
          Set.of());

  /**
   * Reads the query of a request for the logs of a pod.
   *
   * @throws ApiProblem 400 if it names no container of the pod, 422 if its numbers make no sense,
   *     in a real server's words
   */
  static LogQuery of(Query query, Stored pod, Instant now) {
    check(query, pod.name());
    OptionalLong seconds = query.number("sinceSeconds");
    Optional<Instant> since =
        seconds.isPresent()
            ? Optional.of(now.minusSeconds(seconds.getAsLong()))
            : query.text("sinceTime").map(LogQuery::time);
    return new LogQuery(
        PodContainers.of(pod).chosen(query.text("container")),
        query.isTrue("previous"),
        query.isTrue("follow"),
        query.isTrue("timestamps"),
        since,
        query.number("tailLines"),
        query.number("limitBytes"));
  }

  private static void check(Query query, String pod) {
    List<Cause> causes = new ArrayList<>();
    atLeast(query, "tailLines", 0, causes);
    atLeast(query, "limitBytes", 1, causes);
    atLeast(query, "sinceSeconds", 1, causes);
    if (query.text("sinceSeconds").isPresent() && query.text("sinceTime").isPresent()) {
      String rule = "Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified";
      causes.add(new Cause("FieldValueForbidden", rule, ""));
    }
    if (!causes.isEmpty()) {
      throw ApiProblem.invalid(OPTIONS, pod, causes);
    }
  }

  private static void atLeast(Query query, String word, long least, List<Cause> causes) {
    Optional<String> value = query.text(word).filter(v -> v.matches("-?\\d{1,18}"));
    if (value.filter(v -> Long.parseLong(v) < least).isPresent()) {
      String rule = least == 0 ? "must be greater than or equal to 0" : "must be greater than 0";
      String message = "Invalid value: " + value.get() + ": " + rule;
      causes.add(new Cause("FieldValueInvalid", message, word));
    }
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException unreadable) {
      throw ApiProblem.badRequest("sinceTime: Invalid value: \"" + text + "\"");
    }
  }

  /** Of the lines written so far, those that are wanted. */
  List<LogSource.Line> chosen(List<LogSource.Line> lines) {
    List<LogSource.Line> recent =
        lines.stream()
            .filter(line -> since.filter(first -> line.at().isBefore(first)).isEmpty())
            .toList();
    long wanted = Math.min(tail.orElse(recent.size()), recent.size());
    return recent.subList(recent.size() - (int) wanted, recent.size());
  }

  /** A line as it is sent. */
  String shown(LogSource.Line line) {
    return (timestamps ? line.at() + " " : "") + line.text() + "\n";
  }
}
