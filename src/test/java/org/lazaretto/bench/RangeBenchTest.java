package org.lazaretto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.practice.LocalWorlds;
import org.lazaretto.port.PracticeWorlds;

class RangeBenchTest {
  @Test
  void it_lists_changes_and_watches_a_small_cluster(@TempDir Path folder) throws Exception {
    PracticeWorlds.Size size = new PracticeWorlds.Size(10, 600, 1);
    assertThat(new RangeBench(new LocalWorlds(), size, 40, folder).measure().lines())
        .hasSize(3)
        .last()
        .asString()
        .matches("range [0-9]+ pods/s [0-9.]+x against reading and writing them again");
  }
}
