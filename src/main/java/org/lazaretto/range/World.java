package org.lazaretto.range;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.LiveCluster;
import org.lazaretto.range.cluster.inside.Serving;
import org.lazaretto.range.cluster.node.ContainerLogs;
import org.lazaretto.range.cluster.node.Registry;
import org.lazaretto.range.cluster.object.FieldOwners;
import org.lazaretto.range.http.ApiLine;
import org.lazaretto.range.http.security.Certificates;
import org.lazaretto.range.http.security.DefaultRoles;
import org.lazaretto.range.http.security.Tokens;
import org.lazaretto.range.scenario.GeneratedWorld;
import org.lazaretto.range.scenario.Scenario;
import org.lazaretto.range.scenario.ScriptPlayer;
import org.lazaretto.range.scenario.WorldBuilder;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;

/** A cluster that stands on a clock, not yet served. */
final class World implements AutoCloseable {
  private final Site site;
  private final Registry registry;
  private final LiveCluster cluster;
  private final Told told;
  private final Optional<ScriptPlayer> player;

  /**
   * What a world stands on.
   *
   * @param clock its time
   * @param certificates its authority
   */
  record Ground(RangeClock clock, Certificates certificates) {}

  /**
   * The ground with a store in which only the default roles are.
   *
   * @param tokens of its service accounts
   * @param serving its API server, which comes later
   */
  private record Site(Ground ground, ObjectStore store, Tokens tokens, Serving serving) {
    static Site on(Ground ground) {
      ObjectStore store = new ObjectStore(ground.clock());
      DefaultRoles.install(store);
      Tokens tokens = new Tokens(store, ground.clock());
      Serving serving = Serving.by(ground.certificates().authorityPem(), tokens);
      return new Site(ground, store, tokens, serving);
    }

    LiveCluster cluster(LiveCluster.Make make) {
      LiveCluster cluster = new LiveCluster(ground.clock(), store, make.servedBy(serving));
      cluster.start();
      return cluster;
    }
  }

  /**
   * What is said about a world.
   *
   * @param info for the player
   * @param cluster the cluster's name
   * @param version its version
   */
  record Told(ScenarioInfo info, String cluster, String version) {}

  private World(
      Site site, Registry registry, LiveCluster cluster, Told told, Optional<ScriptPlayer> player) {
    this.site = site;
    this.registry = registry;
    this.cluster = cluster;
    this.told = told;
    this.player = player;
  }

  /** A scenario's world at the beginning of its past. */
  static World of(Ground ground, Scenario scenario) {
    RangeClock clock = ground.clock();
    Site site = Site.on(ground);
    Registry registry = new Registry(scenario.images());
    LiveCluster cluster =
        site.cluster(
            new LiveCluster.Make(
                registry,
                scenario.world().staticPods(),
                scenario.cluster().seed(),
                scenario.cluster().wiring()));
    new WorldBuilder(clock, site.store()).build(scenario);
    ObjectStore somebody = new FieldOwners(clock::now).writtenBy("kubectl", site.store());
    Optional<ScriptPlayer> player =
        scenario.script().map(s -> new ScriptPlayer(clock, somebody, cluster, registry, s));
    player.ifPresent(ScriptPlayer::begin);
    Told told =
        new Told(
            ScenarioInfo.of(scenario.briefing(), scenario.walkthrough()),
            scenario.cluster().name(),
            scenario.cluster().version());
    return new World(site, registry, cluster, told, player);
  }

  /** A generated world. */
  static World of(Ground ground, Wish.Place.Sized size) {
    Site site = Site.on(ground);
    GeneratedWorld generated =
        new GeneratedWorld(size.nodes(), size.pods(), size.terminationSeconds());
    Registry registry = new Registry(List.of(generated.image()));
    generated.fill(ground.clock(), site.store());
    LiveCluster cluster =
        site.cluster(new LiveCluster.Make(registry, List.of(), GeneratedWorld.SEED));
    generated.complete(site.store());
    if (size.churn() > 0) {
      cluster.churn(size.churn(), GeneratedWorld.SEED);
    }
    ScenarioInfo info =
        new ScenarioInfo(
            "generated",
            "A generated cluster of %d nodes and %d pods".formatted(size.nodes(), size.pods()),
            "Nothing has happened here.",
            java.time.Duration.ZERO,
            List.of(),
            List.of());
    Told told = new Told(info, "generated", GeneratedWorld.VERSION);
    return new World(site, registry, cluster, told, Optional.empty());
  }

  RangeClock clock() {
    return site.ground().clock();
  }

  Certificates certificates() {
    return site.ground().certificates();
  }

  ObjectStore store() {
    return site.store();
  }

  Tokens tokens() {
    return site.tokens();
  }

  /** From now on its containers reach its API server. */
  void serve(ApiLine line) {
    site.serving().connect(line);
  }

  LiveCluster cluster() {
    return cluster;
  }

  ContainerLogs logs() {
    return new ContainerLogs(clock(), store(), registry, cluster.machines());
  }

  Told told() {
    return told;
  }

  /** What is told to the player, with the pod's name where it is known by now. */
  ScenarioInfo info() {
    Map<String, String> known = new HashMap<>();
    player.flatMap(ScriptPlayer::suspect).ifPresent(p -> known.put("suspect", path(p)));
    player.flatMap(ScriptPlayer::foothold).ifPresent(p -> known.put("foothold", path(p)));
    return named(told.info(), known);
  }

  private static String path(ObjectKey pod) {
    return pod.namespace() + "/" + pod.name();
  }

  /** The steps with real names in place of the words that stand for them. */
  private static ScenarioInfo named(ScenarioInfo info, Map<String, String> known) {
    List<ScenarioInfo.Step> steps =
        info.walkthrough().stream()
            .map(step -> {
              Map<String, String> arguments = new HashMap<>(step.arguments());
              arguments.computeIfPresent("pod", (key, word) -> known.getOrDefault(word, word));
              return new ScenarioInfo.Step(step.action(), arguments);
            })
            .toList();
    return new ScenarioInfo(
        info.id(), info.title(), info.story(), info.length(), info.goals(), steps);
  }

  @Override
  public void close() {
    player.ifPresent(ScriptPlayer::close);
    cluster.close();
  }
}
