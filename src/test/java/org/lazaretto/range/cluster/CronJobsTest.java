package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.node.ImageFacts.Fate;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

class CronJobsTest {
  private final TestCluster cluster = TestCluster.of(2);

  /** The clock stands at 10:00:30. */
  private void cron(String schedule, Duration runs, String more) {
    cluster.image("task:1", new Fate.Exits(runs, 0), Duration.ofSeconds(1), Duration.ofSeconds(1));
    cluster.create(
        "batch/v1",
        "CronJob",
        "nightly",
        "{'spec':{'schedule':'"
            + schedule
            + "','jobTemplate':{'spec':{'template':{'metadata':{'labels':{'app':'task'}},'spec':{'restartPolicy':'Never','containers':[{'name':'main','image':'task:1'}]}}}}"
            + more
            + "}}");
  }

  private List<String> jobs() {
    return cluster.store.list(ResourceTypes.JOBS, Optional.of(TestCluster.NS)).stream()
        .map(Stored::name)
        .toList();
  }

  @Test
  void a_job_is_started_when_its_minute_comes() {
    cron("*/5 * * * *", Duration.ofSeconds(10), "");
    cluster.pass(Duration.ofMinutes(4));
    assertThat(jobs()).isEmpty();
    cluster.pass(Duration.ofMinutes(1));
    assertThat(jobs()).containsExactly("nightly-29539325");
    assertThat(
            Tree.text(
                cluster.get(ResourceTypes.CRON_JOBS, "nightly"), "status", "lastScheduleTime"))
        .isEqualTo("2026-03-01T10:05:00Z");
    assertThat(cluster.events("nightly"))
        .contains("SuccessfulCreate: Created job nightly-29539325");
  }

  @Test
  void three_that_ended_well_are_kept() {
    cron("* * * * *", Duration.ofSeconds(10), "");
    cluster.pass(Duration.ofMinutes(8));
    assertThat(jobs()).hasSize(3);
    assertThat(
            Tree.text(
                cluster.get(ResourceTypes.CRON_JOBS, "nightly"), "status", "lastSuccessfulTime"))
        .startsWith("2026-03-01T10:08");
  }

  @Test
  void one_may_forbid_a_second_beside_it() {
    cron("* * * * *", Duration.ofHours(1), ",'concurrencyPolicy':'Forbid'");
    cluster.pass(Duration.ofMinutes(5));
    assertThat(jobs()).hasSize(1);
    assertThat(cluster.events("nightly")).anyMatch(e -> e.startsWith("JobAlreadyActive"));
  }

  @Test
  void one_that_is_suspended_starts_nothing() {
    cron("* * * * *", Duration.ofSeconds(5), ",'suspend':true");
    cluster.pass(Duration.ofMinutes(5));
    assertThat(jobs()).isEmpty();
  }

  @Test
  void an_unreadable_schedule_starts_nothing_and_breaks_nothing() {
    cron("when the moon is full", Duration.ofSeconds(5), "");
    cluster.pass(Duration.ofMinutes(5));
    assertThat(jobs()).isEmpty();
  }
}
