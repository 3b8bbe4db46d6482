package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.lazaretto.adapter.practice.LocalWorlds;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;

/**
 * The shop in which a pod mines, on the range, once all of its workloads stand.
 *
 * @param world the cluster
 * @param suspect the pod that mines, as {@code namespace/pod}
 */
record MinedShop(PracticeWorlds.World world, String suspect) {
  static MinedShop open(Path folder) throws PortException, InterruptedException {
    PracticeWorlds.World world =
        new LocalWorlds()
            .start(
                new PracticeWorlds.Wish(
                    "cryptominer-eks", Optional.empty(), folder.resolve("range"), 20));
    assertThat(world.awaitSettled(Duration.ofSeconds(60))).isTrue();
    return new MinedShop(
        world,
        world.scenario().walkthrough().stream()
            .filter(step -> step.action().equals("mark"))
            .map(step -> step.options().getOrDefault("pod", ""))
            .findFirst()
            .orElseThrow());
  }
}
