package org.lazaretto.execute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.EvidenceDraft;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.plan.ContainStep.LookInside;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.Exchange;
import org.lazaretto.port.PortException;
import org.lazaretto.port.Ran;

/**
 * Runs commands in a suspect and keeps each as evidence: the request, the words, and the answer as
 * it came, of bounded length. The host that gives the answer may be the intruder's.
 */
final class Questions {
  private static final Duration AT_MOST = Duration.ofSeconds(15);

  private final ClusterControl control;
  private final Timing timing;
  private final String tool;
  private final Run run;
  private final LookInside step;
  private Optional<Exchange> last = Optional.empty();
  private int asked;

  Questions(ClusterControl control, Timing timing, String tool, Run run, LookInside step) {
    this.control = control;
    this.timing = timing;
    this.tool = tool;
    this.run = run;
    this.step = step;
  }

  /** How many commands were run. */
  int asked() {
    return asked;
  }

  /** The last request. */
  Optional<Exchange> last() {
    return last;
  }

  Ran ask(List<String> words) throws PortException {
    Instant started = timing.clock().instant();
    Ran ran = control.run(step.pod(), step.look().container(), words, AT_MOST);
    last = Optional.of(ran.exchange());
    asked++;
    run.keep(draft(words, started), document(words, ran).getBytes(StandardCharsets.UTF_8));
    return ran;
  }

  private EvidenceDraft draft(List<String> words, Instant started) {
    String when = step.after() ? "after the isolation" : "before the isolation";
    return new EvidenceDraft(
        "answer from inside " + step.pod().path() + " to " + words.getFirst() + ", " + when,
        step.target(),
        ran(words),
        tool,
        started,
        EvidenceClass.PROCESSES,
        EvidenceDraft.COMMAND);
  }

  private String ran(List<String> words) {
    return "exec in container " + step.look().container() + ": " + String.join(" ", words);
  }

  private String document(List<String> words, Ran ran) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("request", ran.exchange().request());
    root.put("container", step.look().container());
    words.forEach(root.putArray("command")::add);
    switch (ran.ending()) {
      case Ran.Ending.Exited(var code) -> root.put("exitCode", code);
      case Ran.Ending.NotRun(var reason) -> root.put("notRun", reason);
    }
    root.put("stdout", ran.out());
    root.put("stderr", ran.err());
    root.put("whole", ran.whole());
    return root.toPrettyString() + "\n";
  }
}
