package org.lazaretto.range.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.lazaretto.range.store.ApiProblem;
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
  /**
   * Reads the query of a request for the logs of a pod.
   *
   * @throws ApiProblem 400 if it names no container of the pod, in a real server's words
   */
  static LogQuery of(Query query, Stored pod, Instant now) {
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
