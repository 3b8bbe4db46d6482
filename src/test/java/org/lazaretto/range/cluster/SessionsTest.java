package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.node.ContainerLogs;
import org.lazaretto.range.cluster.node.ImageFacts;
import org.lazaretto.range.cluster.node.LogProfile;
import org.lazaretto.range.http.ContainerDoor;
import org.lazaretto.range.http.ContainerDoor.Ending;
import org.lazaretto.range.http.ContainerDoor.Errand;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Sessions that are open when their pod or its node goes. */
class SessionsTest {
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private final TestCluster cluster = TestCluster.of(2);
  private final StringBuilder heard = new StringBuilder();
  private Optional<Ending> ending = Optional.empty();

  private final ContainerDoor.Client client =
      new ContainerDoor.Client() {
        @Override
        public void out(byte[] bytes) {
          heard.append(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void err(byte[] bytes) {
          out(bytes);
        }

        @Override
        public void end(Ending how) {
          ending = Optional.of(how);
        }
      };

  @BeforeEach
  void aPodRuns() {
    cluster.registry.push(
        new ImageFacts(
            "bare:1",
            ImageFacts.digestOf("bare:1"),
            ImageFacts.Timing.usual(),
            new ImageFacts.Fate.Runs(),
            new LogProfile(Duration.ofSeconds(10), List.of("begin"), List.of("line {n}"))));
    cluster.pod("one", "{'containers':[{'name':'main','image':'bare:1','stdin':true,'tty':true}]}");
    cluster.pass();
  }

  private Stored pod() {
    return cluster.find(ResourceTypes.PODS, "one").orElseThrow();
  }

  private String node() {
    return pod().field("spec.nodeName").orElseThrow();
  }

  private ContainerDoor.Visit shell() {
    Errand errand = new Errand("main", Optional.of(List.of("sh")), true, true);
    return cluster.cluster.door().enter(pod(), errand, client);
  }

  private void type(ContainerDoor.Visit visit, String text) {
    visit.input(text.getBytes(StandardCharsets.UTF_8));
  }

  private void deleted() {
    cluster.store.delete(ResourceTypes.PODS, TestCluster.NS, "one", Deletion.gracefully());
  }

  @Test
  void a_command_is_killed_when_its_pod_is_deleted() {
    shell();
    deleted();
    cluster.pass();
    assertThat(ending).contains(new Ending.Exited(137));
  }

  @Test
  void being_with_the_container_ends_well_when_the_pod_is_deleted() {
    cluster.cluster.door().enter(pod(), new Errand("main", Optional.empty(), true, true), client);
    deleted();
    cluster.pass();
    assertThat(ending).contains(new Ending.Exited(0));
  }

  @Test
  void while_the_node_is_cut_off_nothing_passes_and_it_all_arrives_when_it_is_back() {
    ContainerDoor.Visit visit = shell();
    cluster.cluster.cutOff(node());
    heard.setLength(0);
    type(visit, "echo late\r");
    cluster.pass(Duration.ofMinutes(4));
    assertThat(heard).isEmpty();
    assertThat(ending).isEmpty();
    cluster.cluster.restore(node());
    cluster.pass(MOMENT);
    assertThat(heard.toString()).isEqualTo("echo late\r\nlate\r\n/ # ");
  }

  @Test
  void the_connection_to_a_node_that_stays_away_is_given_up() {
    shell();
    cluster.cluster.cutOff(node());
    cluster.pass(Duration.ofSeconds(299));
    assertThat(ending).isEmpty();
    cluster.pass(Duration.ofSeconds(3));
    assertThat(ending)
        .hasValueSatisfying(e ->
            assertThat(e.toString())
                .contains("error reading from error stream: read tcp 10.0.8.20:")
                .contains(":10250: read: connection timed out"));
  }

  @Test
  void a_command_is_killed_by_the_node_that_comes_back_to_a_deleted_pod() {
    shell();
    String node = node();
    cluster.cluster.cutOff(node);
    deleted();
    cluster.pass(Duration.ofMinutes(2));
    assertThat(ending).isEmpty();
    cluster.cluster.restore(node);
    cluster.pass(Duration.ofMinutes(1));
    assertThat(ending).contains(new Ending.Exited(137));
  }

  /** A log that is followed. */
  private final class Followed {
    private final List<String> lines = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();

    Followed() {
      ContainerLogs logs =
          new ContainerLogs(
              cluster.clock, cluster.store, cluster.registry, cluster.cluster.machines());
      logs.follow(pod(), "main", 0, line -> lines.add(line.text()), () -> over.set(true));
    }
  }

  @Test
  void a_followed_log_ends_with_the_container() {
    Followed log = new Followed();
    cluster.pass();
    assertThat(log.lines).hasSizeGreaterThan(2);
    deleted();
    cluster.pass();
    assertThat(log.over).isTrue();
  }

  @Test
  void a_followed_log_ends_when_the_node_is_silent_for_long() {
    Followed log = new Followed();
    cluster.pass();
    cluster.cluster.cutOff(node());
    int before = log.lines.size();
    cluster.pass(Duration.ofSeconds(40));
    assertThat(log.over).isFalse();
    assertThat(log.lines).hasSize(before);
    cluster.pass(Duration.ofSeconds(7));
    assertThat(log.over).isTrue();
  }

  @Test
  void a_followed_log_goes_on_where_it_was_when_the_node_is_back_soon() {
    Followed log = new Followed();
    cluster.pass();
    cluster.cluster.cutOff(node());
    cluster.pass();
    cluster.cluster.restore(node());
    cluster.pass();
    assertThat(log.over).isFalse();
    assertThat(log.lines).doesNotHaveDuplicates().hasSizeGreaterThan(7);
  }
}
