package org.lazaretto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lazaretto.find.Query;
import org.lazaretto.find.Search;

class SearchBenchTest {
  @Test
  void a_small_run_ends_with_one_line_of_figure_unit_and_ratio() {
    String said = new SearchBench(10, 300).measure();

    assertThat(said.lines().toList().getLast())
        .matches("search \\d+\\.\\d\\d ms/key p95 \\d+\\.\\dx against the goal of 20 ms");
  }

  @Test
  void the_measured_cluster_can_be_found_by_every_field() {
    Search search = Search.of(ManyPods.of(10, 300));

    assertThat(search.find(Query.parse("service-29-6f7d9c001d-00122"), 5).total()).isEqualTo(1);
    assertThat(search.find(Query.parse("label:app.kubernetes.io/name=service-29"), 5).total())
        .isEqualTo(10);
    assertThat(search.find(Query.parse("sa:service-29 ip:10.64.1.40"), 5).total()).isEqualTo(1);
    assertThat(search.find(Query.parse("image:mesh/proxy node:ip-10-0-0-7"), 5).total())
        .isEqualTo(30);
  }
}
