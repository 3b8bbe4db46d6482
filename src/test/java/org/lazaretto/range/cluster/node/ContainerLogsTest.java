package org.lazaretto.range.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.clock.Cancellable;
import org.lazaretto.range.clock.SteppedClock;
import org.lazaretto.range.cluster.LiveCluster;
import org.lazaretto.range.cluster.object.NodeObjects;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.http.LogSource;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

class ContainerLogsTest {
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final ObjectStore store = new ObjectStore(clock);
  private final Registry registry = new Registry(List.of(talker("talker:1", "line {n} {hex:4}")));
  private final LiveCluster cluster =
      new LiveCluster(clock, store, new LiveCluster.Make(registry, List.of(), 1));
  private final ContainerLogs logs = new ContainerLogs(clock, store, registry, new Machines());

  private static ImageFacts talker(String reference, String line) {
    return new ImageFacts(
        reference,
        ImageFacts.digestOf(reference + line),
        ImageFacts.Timing.usual(),
        new ImageFacts.Fate.Runs(),
        new LogProfile(Duration.ofSeconds(1), List.of("hello"), List.of(line)));
  }

  @BeforeEach
  void aPodTalks() {
    cluster.start();
    NodeObjects.Place place = new NodeObjects.Place(0, "eu-central-1", "eu-central-1a", "general");
    store.create(
        ResourceTypes.NODES,
        NodeObjects.node(
            place, new NodeObjects.Machine("m5.large", 2, 8000, 20), "v1.35.0", clock.now()));
    var pod = Tree.head("v1", "Pod", "shop", "one");
    var container = Tree.list(Tree.made(pod, "spec"), "containers").addObject();
    container.put("name", "main").put("image", "talker:1").put("imagePullPolicy", "Always");
    store.create(ResourceTypes.PODS, pod);
    clock.advance(Duration.ofSeconds(30));
  }

  private Stored pod() {
    return store.get(ResourceTypes.PODS, "shop", "one").orElseThrow();
  }

  private List<String> texts(boolean previous) {
    return logs.written(pod(), "main", previous).lines().stream()
        .map(LogSource.Line::text)
        .toList();
  }

  @Test
  void a_log_grows_with_time_and_what_was_written_stays() {
    List<String> first = texts(false);
    assertThat(first).hasSizeBetween(25, 31).startsWith("hello");
    clock.advance(Duration.ofSeconds(10));
    assertThat(texts(false)).hasSize(first.size() + 10).startsWith(first.toArray(String[]::new));
  }

  @Test
  void lines_are_in_order_of_time_and_none_is_of_the_future() {
    List<Instant> times =
        logs.written(pod(), "main", false).lines().stream().map(LogSource.Line::at).toList();
    assertThat(times).isSorted().allSatisfy(t -> assertThat(t).isBeforeOrEqualTo(clock.now()));
  }

  @Test
  void following_gives_each_further_line_once_and_ends_with_the_container() {
    long next = logs.written(pod(), "main", false).next();
    List<String> heard = new ArrayList<>();
    AtomicInteger ended = new AtomicInteger();
    logs.follow(pod(), "main", next, l -> heard.add(l.text()), ended::incrementAndGet);
    clock.advance(Duration.ofSeconds(10));
    List<String> all = texts(false);
    assertThat(heard).isEqualTo(all.subList((int) next, all.size()));
    store.delete(ResourceTypes.PODS, "shop", "one", Deletion.gracefully());
    clock.advance(Duration.ofSeconds(30));
    assertThat(ended).hasValue(1);
  }

  @Test
  void a_follower_that_leaves_hears_no_more() {
    List<String> heard = new ArrayList<>();
    Cancellable following = logs.follow(pod(), "main", 0, l -> heard.add(l.text()), () -> {});
    clock.advance(Duration.ofSeconds(1));
    following.cancel();
    int until = heard.size();
    clock.advance(Duration.ofSeconds(10));
    assertThat(heard).hasSize(until);
  }

  @Test
  void the_log_before_a_restart_is_that_of_the_image_before() {
    assertThatThrownBy(() -> texts(true))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("previous terminated container \"main\" in pod \"one\" not found");
    registry.push(talker("talker:1", "mining {n}"));
    cluster.crash(pod().key(), "main", 137);
    clock.advance(Duration.ofSeconds(20));
    assertThat(texts(false)).anyMatch(l -> l.startsWith("mining"));
    assertThat(texts(true))
        .anyMatch(l -> l.startsWith("line"))
        .noneMatch(l -> l.contains("mining"));
  }

  @Test
  void a_container_that_has_not_started_says_so() {
    registry.push(
        new ImageFacts(
            "stuck:1",
            ImageFacts.digestOf("stuck:1"),
            ImageFacts.Timing.usual(),
            new ImageFacts.Fate.NotPulled("not found"),
            LogProfile.quiet()));
    var pod = Tree.head("v1", "Pod", "shop", "two");
    Tree.list(Tree.made(pod, "spec"), "containers")
        .addObject()
        .put("name", "main")
        .put("image", "stuck:1");
    Stored stuck = store.create(ResourceTypes.PODS, pod);
    clock.advance(Duration.ofSeconds(20));
    Stored now = store.get(ResourceTypes.PODS, "shop", stuck.name()).orElseThrow();
    assertThatThrownBy(() -> logs.written(now, "main", false))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("is waiting to start: ImagePullBackOff");
  }

  @Test
  void slots_of_a_pattern_are_filled_within_their_bounds() {
    LogProfile profile =
        new LogProfile(
            Duration.ofSeconds(1), List.of(), List.of("{int:3-5} {hex:8} {time} {other}"));
    for (int i = 0; i < 50; i++) {
      assertThat(profile.line(clock.now(), 7, i).text())
          .matches("[345] [0-9a-f]{8} 2026-03-01T10:[0-9:.]+Z \\{other}");
    }
  }

  @Test
  void lines_that_are_given_literally_are_not_filled_in() {
    LogProfile profile = LogProfile.literally(List.of("{time} {n} {brace} {"));
    assertThat(profile.line(clock.now(), 7, 0).text()).isEqualTo("{time} {n} {brace} {");
  }
}
