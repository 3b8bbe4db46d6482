package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceDraft;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.model.Connections;
import org.lazaretto.model.Connections.State;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.port.Exchange;
import org.lazaretto.port.PortException;
import org.lazaretto.port.Ran;

/** What is seen from inside a suspect, where that is allowed and possible, and where it is not. */
class LookTest {
  private static final String HEADER = "  sl  local_address rem_address   st\n";
  private static final String POOL = "   1: 0803010A:E983 4D6433C6:0D05 01\n";
  private static final String ASKS = "   1: 0803010A:E983 4D6433C6:0D05 02\n";
  private static final ContainStep.Look LOOK =
      new ContainStep.Look("app", "172.20.0.10", 53, "the cluster's DNS");

  private final Stage stage = Stage.of(Clusters.shop()).isolating();
  private final List<List<String>> ran = new ArrayList<>();
  private Instant enforced = stage.time.instant().plusSeconds(1);
  private String after = ASKS;

  /** A container with everything in it, before and after the policy is in force. */
  private Ran answer(Exchange exchange, List<String> words) {
    ran.add(words);
    boolean open = stage.time.instant().isBefore(enforced);
    return words.getFirst().equals("cat")
        ? exited(exchange, 1, HEADER + (open ? POOL : after))
        : exited(exchange, open ? 0 : 1, "");
  }

  private static Ran exited(Exchange exchange, int code, String out) {
    return new Ran(exchange, new Ran.Ending.Exited(code), out, "", true);
  }

  private Stage looking() {
    stage.step(id -> new ContainStep.LookInside(id, Clusters.miner(), LOOK, false));
    return stage.step(id -> new ContainStep.LookInside(id, Clusters.miner(), LOOK, true));
  }

  private RunResult run() {
    stage.cluster.inside = this::answer;
    return looking().waiving("T-35").run();
  }

  private Connections seen() {
    List<Entry.Isolated> told = stage.journal.entries(Entry.Isolated.class);
    assertThat(told).hasSize(1);
    return told.getFirst().connections();
  }

  @Test
  void where_the_policy_cuts_everything_both_are_blocked() {
    RunResult result = run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "done", "holds");
    assertThat(stage.journal.storyOf("S-002")).containsExactly("intent", "done", "holds");
    assertThat(seen().egress()).isEqualTo(State.BLOCKED);
    assertThat(seen().established()).isEqualTo(State.BLOCKED);
    assertThat(seen().fresh()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen().how())
        .contains("the cluster's DNS (172.20.0.10 port 53)")
        .contains("in vain");
  }

  @Test
  void a_plugin_that_leaves_what_stands_does_not_hold_and_is_said() {
    after = POOL;

    RunResult result = run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(seen().egress()).isEqualTo(State.BLOCKED);
    assertThat(seen().established()).isEqualTo(State.OPEN);
    assertThat(seen().how()).contains("198.51.100.77:3333");
  }

  @Test
  void a_policy_that_is_not_applied_is_open_after_all_patience() {
    enforced = Instant.MAX;
    Instant begun = stage.time.instant();

    run();

    assertThat(seen().egress()).isEqualTo(State.OPEN);
    assertThat(seen().fresh()).isEqualTo(State.OPEN);
    assertThat(seen().established()).isEqualTo(State.OPEN);
    assertThat(Duration.between(begun, stage.time.instant()))
        .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    assertThat(ran).hasSizeLessThan(30);
  }

  @Test
  void a_policy_that_takes_its_time_is_waited_for() {
    enforced = stage.time.instant().plusSeconds(90);
    List<String> waits = new ArrayList<>();
    stage.cluster.inside = this::answer;

    RunResult result =
        looking().waiving("T-35").run(stage.time.timing(), Listening.toWaits(waits::add));

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(waits).isNotEmpty().allMatch(text -> text.contains("policy to be in force (T-30)"));
  }

  @Test
  void without_a_waiver_nothing_is_run() {
    stage.cluster.inside = this::answer;

    looking().run();

    assertThat(ran).isEmpty();
    assertThat(stage.journal.storyOf("S-001")).containsExactly("not-started");
    assertThat(stage.cluster.script.sent()).isEmpty();
  }

  @Test
  void a_container_without_any_program_cannot_be_asked_and_the_run_goes_on() {
    RunResult result = looking().waiving("T-35").run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-002")).containsExactly("intent", "done", "cannot-tell");
    assertThat(seen().egress()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen().established()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen().how()).contains("no program");
  }

  @Test
  void an_exec_that_is_forbidden_tells_nothing_and_the_run_goes_on() {
    stage.cluster.script.failAlways(
        "run shop/checkout-6f7d-1 cat /proc/net/tcp /proc/net/tcp6", Script.forbidden());
    stage.cluster.script.failAlways(
        "run shop/checkout-6f7d-1 nc -z -w 3 172.20.0.10 53", Script.forbidden());

    RunResult result = run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-002")).containsExactly("intent", "refused");
    assertThat(seen().egress()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen().established()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen().how()).contains("forbidden");
  }

  @Test
  void a_connection_that_is_cut_midway_keeps_what_was_seen_and_does_not_know_the_rest() {
    stage.cluster.inside =
        (exchange, words) -> {
          if (ran.size() == 4) {
            throw new PortException(PortException.Kind.NO_ANSWER, "the connection was reset");
          }
          return answer(exchange, words);
        };

    RunResult result = looking().waiving("T-35").run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-002")).containsExactly("intent", "unknown", "cannot-tell");
    assertThat(seen().egress()).isEqualTo(State.BLOCKED);
    assertThat(seen().established()).isEqualTo(State.CANNOT_TELL);
    assertThat(stage.journal.entries(Entry.EvidenceTaken.class)).hasSize(4);
  }

  @Test
  void another_pod_of_that_name_is_not_asked() {
    stage.cluster.change(
        s -> s.without(org.lazaretto.model.ObservedKind.POD, List.of(Clusters.miner().uid())));

    run();

    assertThat(ran).isEmpty();
    assertThat(seen().egress()).isEqualTo(State.CANNOT_TELL);
  }

  @Test
  void a_flood_or_a_lie_is_no_list_of_connections() {
    stage.cluster.inside =
        (exchange, words) ->
            words.getFirst().equals("cat")
                ? new Ran(exchange, new Ran.Ending.Exited(0), HEADER + POOL.repeat(900), "", false)
                : new Ran(exchange, new Ran.Ending.Exited(77), "\u001b[2J", "", true);

    looking().waiving("T-35").run();

    assertThat(seen().egress()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen().established()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen().how()).contains("more connections than are read").doesNotContain("\u001b");
  }

  @Test
  void a_container_without_nc_is_asked_by_curl_and_then_by_bash() {
    stage.cluster.inside =
        (exchange, words) -> {
          ran.add(words);
          boolean open = ran.size() < 4;
          return switch (words.getFirst()) {
            case "cat" -> exited(exchange, 0, HEADER + (open ? POOL : ""));
            case "curl" -> exited(exchange, open ? 52 : 28, open ? "0.000412" : "0.000000");
            default -> new Ran(exchange, new Ran.Ending.NotRun("not found"), "", "", true);
          };
        };

    RunResult result = looking().waiving("T-35").run();

    assertThat(result).isInstanceOf(RunResult.AllHold.class);
    assertThat(seen().egress()).isEqualTo(State.BLOCKED);
  }

  @Test
  void what_had_no_answer_once_and_cannot_be_listed_again_is_not_blocked() {
    String unanswered = POOL.strip() + " 00000020:00000000 01:00000014 00000003\n";
    stage.cluster.inside =
        (exchange, words) -> {
          Ran usual = answer(exchange, words);
          long lists = ran.stream().filter(each -> each.getFirst().equals("cat")).count();
          if (!words.getFirst().equals("cat") || lists == 1) {
            return usual;
          }
          return lists == 2
              ? exited(exchange, 0, HEADER + unanswered)
              : new Ran(exchange, new Ran.Ending.NotRun("not found"), "", "", true);
        };

    looking().waiving("T-35").run();

    assertThat(seen().established()).isEqualTo(State.OPEN);
  }

  @Test
  void each_command_is_evidence_with_its_request_and_answer_but_no_capture_of_the_processes() {
    run();

    List<EvidenceDraft> kept =
        stage.journal.entries(Entry.EvidenceTaken.class).stream()
            .map(Entry.EvidenceTaken::item)
            .map(EvidenceItem::draft)
            .toList();
    assertThat(kept)
        .hasSize(ran.size())
        .allSatisfy(draft -> {
          assertThat(draft.captures()).isFalse();
          assertThat(draft.method()).startsWith("exec in container app: ");
          assertThat(draft.source()).isEqualTo(Clusters.miner().object());
        });
  }

  @Test
  void what_was_cut_off_is_settled_the_next_time_as_something_to_be_asked_again() throws Exception {
    stage.journal.failOn(Entry.Outcome.class::isInstance);
    run();
    stage.journal.failOn(_ -> false);

    assertThat(new Reconciler(stage.cluster, stage.journal).reconcile())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.verdict().word()).isEqualTo("does-not-hold");
          assertThat(found.verdict().text()).contains("look again");
        });
  }
}
