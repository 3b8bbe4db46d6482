package org.lazaretto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanBenchTest {
  @Test
  void a_small_run_plans_with_findings_and_ends_with_its_figure() throws Exception {
    String[] lines = PlanBench.measure(30, 600, 2).lines().toArray(String[]::new);

    assertThat(lines[0]).startsWith("plan: 600 pods; 3 nodes emptied: ").contains(" findings");
    assertThat(lines[0]).doesNotContain(" 0 findings").doesNotContain(" 0 steps");
    assertThat(lines[1]).matches("plan [0-9.]+ ms p95 [0-9.]+x against the goal of 200 ms");
  }
}
