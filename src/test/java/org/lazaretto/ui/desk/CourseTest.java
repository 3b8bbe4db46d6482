package org.lazaretto.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.ui.desk.Phase.CAPTURE;
import static org.lazaretto.ui.desk.Phase.CORDON;
import static org.lazaretto.ui.desk.Phase.CREDENTIALS;
import static org.lazaretto.ui.desk.Phase.DISPOSE;
import static org.lazaretto.ui.desk.Phase.EVACUATE;
import static org.lazaretto.ui.desk.Phase.FREEZE;
import static org.lazaretto.ui.desk.Phase.ISOLATE;
import static org.lazaretto.ui.desk.Phase.OBSERVE;
import static org.lazaretto.ui.desk.Phase.RECOVER;
import static org.lazaretto.ui.desk.Phase.REPORT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.plan.order.Answer.Reply;
import org.lazaretto.plan.order.NamedOrder;
import org.lazaretto.plan.order.Orders;
import org.lazaretto.plan.order.Proposal;
import org.lazaretto.plan.order.Question;

class CourseTest {
  private final CaseLines lines = new CaseLines();

  private static Proposal proposal(Map<Question, Reply> given) {
    return Orders.propose(Clusters.shop().build(), List.of(Clusters.miner()), given, Clusters.NOW);
  }

  private static Course chosen(NamedOrder order) {
    return Course.of(proposal(Map.of()), Optional.of(order));
  }

  private Optional<Phase> next(Course course) {
    return lines.progress().along(course).next();
  }

  @Test
  void each_order_has_its_own_sequence_between_finding_and_reporting() {
    assertThat(chosen(NamedOrder.QUIET).phases())
        .containsExactly(
            OBSERVE,
            FREEZE,
            CORDON,
            CAPTURE,
            ISOLATE,
            CREDENTIALS,
            EVACUATE,
            DISPOSE,
            RECOVER,
            REPORT);
    assertThat(chosen(NamedOrder.STOP_THE_HARM).phases())
        .containsExactly(
            OBSERVE,
            FREEZE,
            CREDENTIALS,
            ISOLATE,
            CAPTURE,
            CORDON,
            EVACUATE,
            DISPOSE,
            RECOVER,
            REPORT);
    assertThat(chosen(NamedOrder.RACE_THE_CLOCK).phases())
        .startsWith(OBSERVE, FREEZE, CAPTURE, CORDON, ISOLATE, CREDENTIALS, EVACUATE);
    assertThat(chosen(NamedOrder.API_ONLY).phases())
        .containsExactly(OBSERVE, FREEZE, CAPTURE, ISOLATE, CREDENTIALS, DISPOSE, RECOVER, REPORT);
  }

  @Test
  void while_nobody_has_chosen_the_proposed_order_counts() {
    Course course = Course.of(proposal(Map.of(Question.HARM, Reply.YES)), Optional.empty());

    assertThat(course.order()).isEqualTo(NamedOrder.STOP_THE_HARM);
    assertThat(course.chosen()).isFalse();
  }

  @Test
  void what_comes_next_follows_the_order() {
    lines.marks("miner", "n1").captures("miner");

    assertThat(next(chosen(NamedOrder.QUIET))).contains(CORDON);
    assertThat(next(chosen(NamedOrder.STOP_THE_HARM))).contains(CREDENTIALS);
    assertThat(next(chosen(NamedOrder.API_ONLY))).contains(ISOLATE);
    lines.ended("credentials", "done");
    assertThat(next(chosen(NamedOrder.STOP_THE_HARM))).contains(ISOLATE);
    lines.isolates("miner");
    assertThat(next(chosen(NamedOrder.STOP_THE_HARM))).contains(CORDON);
    assertThat(next(chosen(NamedOrder.API_ONLY))).contains(REPORT);
  }

  @Test
  void what_a_responder_went_past_is_not_urged_any_more() {
    lines.marks("miner", "n1").captures("miner").cordons("n1");
    assertThat(next(Course.USUAL)).contains(ISOLATE);

    assertThat(next(chosen(NamedOrder.STOP_THE_HARM))).contains(CREDENTIALS);

    lines.evacuates("n1");

    assertThat(next(Course.USUAL)).contains(REPORT);
    assertThat(next(chosen(NamedOrder.STOP_THE_HARM))).contains(REPORT);
  }

  @Test
  void a_suspected_host_leaves_the_isolation_of_the_pod_out() {
    Course course =
        Course.of(proposal(Map.of(Question.HOST, Reply.YES)), Optional.of(NamedOrder.QUIET));
    lines.marks("miner", "n1").captures("miner").cordons("n1");

    assertThat(course.skipped()).containsExactly(ISOLATE);
    assertThat(next(course)).contains(CREDENTIALS);
  }

  @Test
  void a_phase_that_was_begun_is_shown_whatever_the_order_does_without() {
    lines.marks("miner", "n1").captures("miner").cordons("n1");

    assertThat(chosen(NamedOrder.API_ONLY).shown(lines.progress()))
        .endsWith(RECOVER, CORDON, REPORT);
  }

  @Test
  void the_choice_is_read_from_the_journal_and_the_last_one_counts() {
    CaseReader reader = new CaseReader();
    lines.chooses("quiet").chooses("stop-the-harm").chooses("an-order-of-a-newer-version");

    reader.read(lines.lines());

    assertThat(reader.order()).contains(NamedOrder.STOP_THE_HARM);
  }

  @Test
  void an_end_is_never_urged_and_once_there_was_one_the_changes_are_to_be_taken_back() {
    lines.marks("miner", "n1").captures("miner").cordons("n1").evacuates("n1");
    assertThat(next(Course.USUAL)).contains(REPORT);

    lines.ended("dispose", "done");
    assertThat(next(Course.USUAL)).contains(RECOVER);

    lines.ended("recover", "done");
    assertThat(next(Course.USUAL)).contains(REPORT);
  }

  @Test
  void what_was_taken_back_is_not_urged_until_something_new_is_marked() {
    lines.marks("miner", "n1").captures("miner").cordons("n1");
    lines.ended("isolate", "broken").ended("recover", "done");
    assertThat(next(Course.USUAL)).contains(REPORT);

    lines.marks("helper", "n2");
    assertThat(next(Course.USUAL)).contains(FREEZE);
  }

  @Test
  void a_case_whose_report_is_written_is_not_sent_back_to_recovering() {
    lines.marks("miner", "n1").captures("miner").cordons("n1").evacuates("n1");
    lines.ended("dispose", "done").reports();

    assertThat(next(Course.USUAL)).isEmpty();
  }
}
