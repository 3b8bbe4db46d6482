package org.lazaretto.range.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lazaretto.range.clock.SteppedClock;
import org.lazaretto.range.cluster.LiveCluster;
import org.lazaretto.range.cluster.node.Registry;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.Stored;

/** A scenario on a stepped clock, without a server. */
record PlayedScenario(
    SteppedClock clock, ObjectStore store, LiveCluster cluster, ScriptPlayer player) {
  static PlayedScenario begin(String id) throws ScenarioException {
    Scenario scenario = Scenarios.load(id);
    SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T02:53:00Z"));
    ObjectStore store = new ObjectStore(clock, new SplittableRandom(7));
    Registry registry = new Registry(scenario.images());
    LiveCluster cluster =
        new LiveCluster(
            clock,
            store,
            new LiveCluster.Make(
                registry,
                scenario.world().staticPods(),
                scenario.cluster().seed(),
                scenario.cluster().wiring()));
    cluster.start();
    new WorldBuilder(clock, store).build(scenario);
    ScriptPlayer player =
        new ScriptPlayer(clock, store, cluster, registry, scenario.script().orElseThrow());
    player.begin();
    return new PlayedScenario(clock, store, cluster, player);
  }

  void pass(Duration time) {
    clock.advance(time);
  }

  List<Stored> all(ResourceType type) {
    return store.list(type, Optional.empty());
  }
}
