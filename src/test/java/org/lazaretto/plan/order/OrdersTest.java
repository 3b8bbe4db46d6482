package org.lazaretto.plan.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.Node;
import org.lazaretto.model.NodeState;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.order.Answer.Reply;

class OrdersTest {
  private static final PodRef BAD = new PodRef("a", "bad", "uid-pod-a-bad");

  private static ClusterBuilder one() {
    return new ClusterBuilder().node("n1", "z").bare("a", "bad", Template.of("bad"), "n1");
  }

  private static Proposal propose(ClusterBuilder cluster) {
    return propose(cluster, Map.of(), BAD);
  }

  private static Proposal propose(
      ClusterBuilder cluster, Map<Question, Reply> given, PodRef... suspects) {
    return Orders.propose(cluster.build(), List.of(suspects), given, Clusters.NOW);
  }

  private static UnaryOperator<Node> labelled(String key, String value) {
    return node -> {
      Map<String, String> labels = new HashMap<>(node.labels());
      labels.put(key, value);
      return with(node, node.state(), labels);
    };
  }

  private static UnaryOperator<Node> lost(Duration ago) {
    Instant since = Clusters.NOW.minus(ago);
    return node ->
        with(node, new NodeState(false, Optional.of(since), List.of(), Map.of()), node.labels());
  }

  private static Node with(Node node, NodeState state, Map<String, String> labels) {
    return new Node(
        node.ref(),
        node.unschedulable(),
        state,
        node.taints(),
        labels,
        node.allocatable(),
        node.system());
  }

  private static Reply reply(Proposal proposal, Question question) {
    return proposal.answers().stream()
        .filter(answer -> answer.question() == question)
        .findFirst()
        .orElseThrow()
        .reply();
  }

  private static String price(Proposal proposal, NamedOrder order) {
    return String.join(" ", proposal.offer(order).price());
  }

  @Test
  void without_signs_of_anything_it_is_quiet_and_harm_is_not_denied() {
    Proposal proposal = propose(one());

    assertThat(proposal.proposed()).isEqualTo(NamedOrder.QUIET);
    assertThat(reply(proposal, Question.HARM)).isEqualTo(Reply.UNKNOWN);
    assertThat(reply(proposal, Question.CLOCK)).isEqualTo(Reply.NO);
    assertThat(reply(proposal, Question.REACH)).isEqualTo(Reply.YES);
    assertThat(reply(proposal, Question.HOST)).isEqualTo(Reply.NO);
    assertThat(proposal.offers()).hasSize(4);
  }

  @Test
  void suspects_of_several_workloads_on_several_nodes_are_movement() {
    ClusterBuilder cluster = one().node("n2", "z").deployment("b", "web", Template.of("web"), "n2");
    PodRef web = new PodRef("b", "web-6f7d-1", "uid-pod-b-web-6f7d-1");

    Proposal proposal = propose(cluster, Map.of(), BAD, web);

    assertThat(reply(proposal, Question.HARM)).isEqualTo(Reply.YES);
    assertThat(proposal.proposed()).isEqualTo(NamedOrder.STOP_THE_HARM);
    assertThat(price(proposal, NamedOrder.QUIET)).contains("more of the harm");
  }

  @Test
  void a_suspect_that_has_ended_does_no_harm() {
    Proposal proposal = propose(one().pod("a/bad", Changes::finished));

    assertThat(reply(proposal, Question.HARM)).isEqualTo(Reply.NO);
    assertThat(price(proposal, NamedOrder.QUIET)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "aws-node-termination-handler/spot-itn",
    "karpenter.sh/disrupted",
    "ToBeDeletedByClusterAutoscaler",
    "cloud.google.com/impending-node-termination"
  })
  void a_taint_that_announces_the_end_starts_the_race(String key) {
    Proposal proposal = propose(one().node("n1", Changes.tainted(key, "NoSchedule")));

    assertThat(proposal.proposed()).isEqualTo(NamedOrder.RACE_THE_CLOCK);
    assertThat(price(proposal, NamedOrder.RACE_THE_CLOCK))
        .contains("Memory is probably lost: a dump takes about 3 min");
  }

  @Test
  void auto_repair_counts_down_and_a_dump_that_fits_is_said_to_fit() {
    ClusterBuilder early =
        one()
            .node("n1", labelled("cloud.google.com/gke-nodepool", "p"))
            .node("n1", lost(Duration.ofMinutes(1)));
    ClusterBuilder late =
        one()
            .node("n1", labelled("cloud.google.com/gke-nodepool", "p"))
            .node("n1", lost(Duration.ofMinutes(9)));

    assertThat(price(propose(early), NamedOrder.QUIET)).contains("Memory may be saved");
    assertThat(propose(early).proposed()).isEqualTo(NamedOrder.QUIET);
    assertThat(propose(late).proposed()).isEqualTo(NamedOrder.RACE_THE_CLOCK);
    assertThat(price(propose(late), NamedOrder.QUIET)).contains("the node has about 60 s");
  }

  @Test
  void a_spot_node_without_a_notice_cannot_be_told() {
    Proposal proposal = propose(one().node("n1", labelled("cloud.google.com/gke-spot", "true")));

    assertThat(reply(proposal, Question.CLOCK)).isEqualTo(Reply.UNKNOWN);
    assertThat(proposal.proposed()).isEqualTo(NamedOrder.QUIET);
  }

  @Test
  void fargate_leaves_only_the_api() {
    Proposal proposal =
        propose(one().node("n1", labelled("eks.amazonaws.com/compute-type", "fargate")));

    assertThat(reply(proposal, Question.REACH)).isEqualTo(Reply.NO);
    assertThat(proposal.proposed()).isEqualTo(NamedOrder.API_ONLY);
    assertThat(price(proposal, NamedOrder.API_ONLY)).contains("No memory, no node disk");
  }

  @Test
  void a_static_pod_skips_what_ends_at_the_pod_and_says_its_price() {
    ClusterBuilder cluster = one().mirror("kube-system", "proxy", "n1");
    PodRef proxy = new PodRef("kube-system", "proxy-n1", "uid-pod-kube-system-proxy-n1");

    Proposal proposal = propose(cluster, Map.of(), proxy);
    Offer quiet = proposal.offer(NamedOrder.QUIET);

    assertThat(reply(proposal, Question.HOST)).isEqualTo(Reply.YES);
    assertThat(quiet.skipped()).containsExactly(Stage.ISOLATE_POD);
    assertThat(quiet.stages()).doesNotContain(Stage.ISOLATE_POD);
    assertThat(price(proposal, NamedOrder.QUIET)).contains("the suspect stays connected");
    assertThat(propose(cluster).offer(NamedOrder.QUIET).skipped()).isEmpty();
  }

  @Test
  void the_responders_answer_counts_before_the_live_state_and_harm_beats_the_clock() {
    Proposal proposal =
        propose(one(), Map.of(Question.HARM, Reply.YES, Question.CLOCK, Reply.YES), BAD);

    assertThat(proposal.proposed()).isEqualTo(NamedOrder.STOP_THE_HARM);
    assertThat(proposal.why()).contains("harm beats clock");
    assertThat(proposal.answers().getFirst().given()).isTrue();
    assertThat(propose(one(), Map.of(Question.CLOCK, Reply.YES), BAD).proposed())
        .isEqualTo(NamedOrder.RACE_THE_CLOCK);
  }

  @ParameterizedTest
  @EnumSource(NamedOrder.class)
  void every_order_begins_with_freeze_disposes_late_and_ends_with_recovery(NamedOrder order) {
    List<Stage> stages = order.stages();

    assertThat(stages.getFirst()).isEqualTo(Stage.FREEZE);
    assertThat(stages.getLast()).isEqualTo(Stage.RECOVER);
    assertThat(stages.indexOf(Stage.DISPOSE)).isEqualTo(stages.size() - 2);
    if (stages.contains(Stage.ISOLATE_NODE)) {
      assertThat(stages.indexOf(Stage.EVACUATE)).isLessThan(stages.indexOf(Stage.ISOLATE_NODE));
    }
  }

  @Test
  void a_suspect_that_is_gone_or_unplaced_and_a_hostile_name_break_nothing() {
    PodRef gone = new PodRef("a", "gone", "uid-of-nothing");
    String evil = "\u001b[2J" + "y".repeat(500);
    ClusterBuilder hostile = one().mirror("a", evil, "n1");

    assertThat(propose(one(), Map.of(), gone).proposed()).isEqualTo(NamedOrder.QUIET);
    assertThat(reply(propose(one().pod("a/bad", Changes::pending)), Question.REACH))
        .isEqualTo(Reply.UNKNOWN);
    assertThat(
            propose(hostile, Map.of(), new PodRef("a", evil + "-n1", "uid-pod-a-" + evil + "-n1"))
                .answers())
        .allMatch(a -> a.because().length() <= 121)
        .allMatch(a -> HostileText.visible(a.because()).equals(a.because()));
  }
}
