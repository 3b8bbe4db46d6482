package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodRun;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.ContainerId;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.NodeDeed;
import org.lazaretto.plan.StepId;
import org.lazaretto.port.PortException;
import org.lazaretto.port.Ran;

/** What became of single containers, as far as the API can tell, and what is run in them. */
class ContainerProofTest {
  private static final PodRef POD = Clusters.miner();

  private static DisposeStep.OnNode onNode(NodeDeed deed) {
    return new DisposeStep.OnNode(
        new StepId(1),
        POD,
        "node-a1",
        new DisposeStep.Kept("app", "Always", true),
        ContainerId.of("containerd://4f").orElseThrow(),
        deed);
  }

  private static Optional<PodRun> now(String id, boolean running) {
    ContainerRun app = new ContainerRun("app", id, 4, running, true);
    return Optional.of(new PodRun(POD, "Always", List.of(app)));
  }

  @ParameterizedTest
  @CsvSource({
    "STOP,containerd://4f,true,does-not-hold",
    "STOP,containerd://4f,false,holds",
    "KILL,containerd://99,true,holds",
    "REMOVE,'',false,holds",
    "PAUSE,containerd://4f,true,cannot-tell",
    "PAUSE,containerd://4f,false,does-not-hold",
    "PAUSE,containerd://99,true,does-not-hold",
    "RESUME,containerd://4f,true,cannot-tell",
    "RESUME,containerd://99,true,holds"
  })
  void what_was_done_on_a_node_is_read_from_the_containers_id(
      NodeDeed deed, String id, boolean running, String verdict) {
    assertThat(new ContainerProof().onNode(onNode(deed), now(id, running)).word())
        .isEqualTo(verdict);
  }

  @Test
  void with_the_pod_its_container_is_gone_too() {
    ContainerProof proof = new ContainerProof();

    assertThat(proof.onNode(onNode(NodeDeed.STOP), Optional.empty()))
        .isInstanceOf(Verdict.Holds.class);
    assertThat(proof.onNode(onNode(NodeDeed.PAUSE), Optional.empty()))
        .isInstanceOf(Verdict.DoesNotHold.class);
  }

  @Test
  void a_pod_whose_status_names_no_container_says_nothing_of_it() {
    ContainerProof proof = new ContainerProof();
    Optional<PodRun> silent = Optional.of(new PodRun(POD, "Always", List.of()));

    for (NodeDeed deed : NodeDeed.values()) {
      assertThat(proof.onNode(onNode(deed), silent)).isInstanceOf(Verdict.CannotTell.class);
    }
    assertThat(proof.restarted(restart(new StepId(1)), silent))
        .isInstanceOf(Verdict.CannotTell.class);
  }

  private static DisposeStep.RestartContainer restart(StepId id) {
    return new DisposeStep.RestartContainer(id, POD, "app", 3, "Always");
  }

  @Test
  void a_restart_is_told_by_the_count_alone() {
    ContainerProof proof = new ContainerProof();

    assertThat(proof.restarted(restart(new StepId(1)), now("containerd://99", false)))
        .isInstanceOf(Verdict.Holds.class);
    assertThat(
            proof.restarted(
                new DisposeStep.RestartContainer(new StepId(1), POD, "app", 4, "Always"),
                now("containerd://4f", true)))
        .isInstanceOfSatisfying(
            Verdict.DoesNotHold.class, verdict -> assertThat(verdict.text()).contains("T-12b"));
  }

  @Test
  void a_kill_that_is_not_heard_does_not_hold() {
    Stage stage = Stage.of(Clusters.shop());
    stage.cluster.inside =
        (exchange, words) -> {
          assertThat(words).containsExactly("/bin/sh", "-c", "kill 1");
          return new Ran(exchange, new Ran.Ending.Exited(0), "", "", true);
        };

    RunResult result = stage.step(ContainerProofTest::restart).run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "done", "does-not-hold");
  }

  @Test
  void a_container_without_a_shell_is_not_restarted_and_nothing_is_claimed() {
    Stage stage = Stage.of(Clusters.shop());

    RunResult result = stage.step(ContainerProofTest::restart).run();

    assertThat(result).isInstanceOf(RunResult.Broken.class);
    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "refused");
  }

  @Test
  void what_only_a_node_can_do_is_never_sent() {
    Stage stage = Stage.of(Clusters.shop());

    stage.step(_ -> onNode(NodeDeed.STOP)).run();

    assertThat(stage.journal.storyOf("S-001")).doesNotContain("intent");
  }

  @Test
  void a_restart_without_an_answer_is_unknown_until_the_count_is_read() {
    Stage stage = Stage.of(Clusters.shop());
    stage.cluster.inside =
        (_, _) -> {
          throw new PortException(PortException.Kind.NO_ANSWER, "the connection broke");
        };

    RunResult result = stage.step(ContainerProofTest::restart).run();

    assertThat(result).isNotInstanceOf(RunResult.AllHold.class);
    assertThat(stage.journal.storyOf("S-001"))
        .containsExactly("intent", "unknown", "does-not-hold");
  }

  @Test
  void a_restart_that_is_not_permitted_is_refused() {
    Stage stage = Stage.of(Clusters.shop());
    stage.cluster.inside =
        (_, _) -> {
          throw Script.forbidden();
        };

    stage.step(ContainerProofTest::restart).run();

    assertThat(stage.journal.storyOf("S-001")).containsExactly("intent", "refused");
  }
}
