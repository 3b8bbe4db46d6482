package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.model.ClusterContext;
import org.lazaretto.port.PracticeWorlds;
import org.lazaretto.range.http.Faults;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.Sight;

/** A server that is dead, slow, dying, or keeps something back. */
class BrokenServerTest extends WindowTest {
  private static final Faults.Match ALL = new Faults.Match("*", "*", "*");
  private static final Faults.Match LISTS = Faults.Match.of("list", "*");

  @Test
  void a_dead_server_is_told_with_what_to_do_next() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Files.writeString(home.resolve("kubeconfig"), kubeconfig(port));
    open(new Opening.Cluster("c", Optional.empty()));
    hand.find("retryButton");
    assertThat(hand.read("wordsLabel")).contains("Nothing was changed");
    looksRight("server-dead");
    hand.press("backButton");
    hand.find("start-cryptominer-eks");
  }

  private static String kubeconfig(int port) {
    return """
    apiVersion: v1
    kind: Config
    current-context: c
    clusters: [{name: c, cluster: {server: "http://127.0.0.1:%d"}}]
    contexts: [{name: c, context: {cluster: c, user: u}}]
    users: [{name: u, user: {token: t}}]
    """
        .formatted(port);
  }

  @Test
  void a_server_that_answers_in_10_seconds_leaves_the_window_alive() throws Exception {
    Faults.Fault late = new Faults.Fault.LateAnswer(Duration.ofSeconds(10));
    worlds.whenStarted(range -> {
      range.faults().strike(ALL, 1, late);
      range.faults().strike(LISTS, Faults.Turn.all(), late); // all asked for at the same time
    });
    open(new Opening.Start());
    hand.find("start-cryptominer-eks");
    hand.press("start-cryptominer-eks");
    hand.find("waitBar");
    looksRight("server-slow");
    PulseWatch watch = new PulseWatch(hand);
    hand.patient(Duration.ofSeconds(60)).find("picturePane");
    hand.until("what was listed late", () -> told("countsLabel").contains("6 nodes"));
    watch.end();
    assertThat(watch.longest()).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void a_server_that_dies_greys_the_picture_and_says_since_when() throws Exception {
    practise();
    worlds.range().close();
    hand.find("staleBar");
    assertThat(hand.see(() -> Sight.of("staleVeil").isPresent())).isTrue();
    assertThat(hand.read("staleLabel")).containsPattern("[0-9]{2}:[0-9]{2}:[0-9]{2}");
    looksRight("server-died");
  }

  @Test
  void a_server_that_comes_back_makes_the_picture_live_again_with_what_was_missed()
      throws Exception {
    practise();
    hand.until("all pods", () -> told("countsLabel").contains("6 nodes"));
    Faults faults = worlds.range().faults();
    faults.strike(ALL, Integer.MAX_VALUE, new Faults.Fault.LostRequest());
    faults.cutWatches();
    hand.find("staleBar");
    ObjectStore store = worlds.range().store();
    store.create(
        ResourceTypes.NODES,
        CrowdTest.renamed(store.list(ResourceTypes.NODES, Optional.empty()).getFirst(), "late"));
    assertThat(hand.read("countsLabel")).contains("6 nodes");

    faults.clear();
    hand.until("a live picture", () -> Sight.of("staleBar").isEmpty());
    hand.until("what was missed", () -> told("countsLabel").contains("7 nodes"));
    assertThat(hand.see(() -> Sight.of("staleVeil").isEmpty())).isTrue();
    looksRight("server-came-back");
  }

  @Test
  void a_kind_that_is_kept_back_is_named_and_the_rest_is_shown() throws Exception {
    Faults.Match budgets = new Faults.Match("*", "poddisruptionbudgets", "*");
    ApiProblem forbidden = ApiProblem.of(403, "Forbidden", "budgets are not yours to see");
    worlds.whenStarted(
        range -> range.faults().strike(budgets, 1000, new Faults.Fault.Refusal(forbidden)));
    practise();
    hand.until("what is kept back", () -> told("kind-budgets").contains("not permitted"));
    hand.until("the rest", () -> told("countsLabel").contains("6 nodes"));
    assertThat(hand.sees("picturePane")).isTrue();
    looksRight("kind-denied");
  }

  @Test
  void a_caller_who_may_only_look_is_named_in_the_header() throws Exception {
    Path folder = home.resolve("range");
    try (PracticeWorlds.World world =
        worlds.start(new PracticeWorlds.Wish("cryptominer-eks", Optional.empty(), folder, 1))) {
      Files.copy(world.kubeconfig(), home.resolve("kubeconfig"));
      String context =
          workstation().contexts().stream()
              .map(ClusterContext::name)
              .filter(name -> name.endsWith("-restricted"))
              .findFirst()
              .orElseThrow();
      open(new Opening.Cluster(context, Optional.empty()));
      hand.until("the caller", () -> told("callerLabel").equals("viewer"));
      assertThat(hand.sees("exerciseLabel")).as("an exercise's band on a cluster").isFalse();
      looksRight("caller-restricted");
    }
  }
}
