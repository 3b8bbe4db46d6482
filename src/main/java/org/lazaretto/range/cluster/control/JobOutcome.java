package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Conditions.Condition;
import org.lazaretto.range.cluster.object.Tree;

/**
 * How a Job has ended.
 *
 * @param well whether it reached what it wanted
 * @param reason one word
 * @param message what happened
 */
record JobOutcome(boolean well, String reason, String message) {
  /** The outcome that a Job's status and age imply, if it has one. */
  static Optional<JobOutcome> of(ObjectNode job, Instant now) {
    int succeeded = Tree.number(job, 0, "status", "succeeded");
    int wanted = Tree.number(job, 1, "spec", "completions");
    if (succeeded >= wanted) {
      return Optional.of(
          new JobOutcome(true, "CompletionsReached", "Reached expected number of succeeded pods"));
    }
    int failed = Tree.number(job, 0, "status", "failed");
    if (failed > Tree.number(job, 6, "spec", "backoffLimit")) {
      return Optional.of(
          new JobOutcome(
              false, "BackoffLimitExceeded", "Job has reached the specified backoff limit"));
    }
    return left(job, now)
        .filter(Duration::isZero)
        .map(l ->
            new JobOutcome(
                false, "DeadlineExceeded", "Job was active longer than specified deadline"));
  }

  /** How long the Job may still take, zero if it is late; nothing if it has no deadline. */
  static Optional<Duration> left(ObjectNode job, Instant now) {
    int deadline = Tree.number(job, 0, "spec", "activeDeadlineSeconds");
    return deadline == 0
        ? Optional.empty()
        : Tree.moment(job, "status", "startTime")
            .map(start -> Duration.between(now, start.plusSeconds(deadline)))
            .map(left -> left.isNegative() ? Duration.ZERO : left);
  }

  static boolean isOver(ObjectNode job) {
    return Conditions.holds(job, "Complete") || Conditions.holds(job, "Failed");
  }

  void write(ObjectNode job, Instant now) {
    String first = well ? "SuccessCriteriaMet" : "FailureTarget";
    Conditions.set(job, Condition.of(first, true, reason, message), now);
    Conditions.set(job, Condition.of(well ? "Complete" : "Failed", true, reason, message), now);
    if (well) {
      Tree.made(job, "status").put("completionTime", Tree.time(now));
    }
  }
}
