package org.lazaretto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObserveBenchTest {
  @TempDir private Path folder;

  @Test
  void a_small_run_ends_with_one_line_of_figure_unit_and_ratio() throws Exception {
    String said = new ObserveBench(folder, 1_200).measure();

    assertThat(said.lines().toList().getLast())
        .matches("observe \\d+ B/pod \\d+\\.\\dx against keeping JSON trees");
  }

  @Test
  void a_pod_is_about_six_kilobytes() {
    assertThat(new PodText().pod(4711)).hasSizeBetween(5_500, 6_500);
  }
}
