package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.launch.Terminal.Result;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;

/** A plan that somebody else carries out: sheet, record, proof and report, over the range. */
class HandOverCommandTest {
  @TempDir static Path folder;
  private static PracticeWorlds.World world;
  private static String suspect = "";
  private final Terminal terminal = new Terminal();

  @BeforeAll
  static void a_cluster_in_which_a_pod_mines() throws PortException, InterruptedException {
    MinedShop shop = MinedShop.open(folder);
    world = shop.world();
    suspect = shop.suspect();
  }

  @AfterAll
  static void the_world_ends() {
    world.close();
  }

  private Result run(String... words) {
    return terminal.run(words);
  }

  private Path plan(String wizard) {
    Path file = folder.resolve(wizard + ".json");
    Result planned =
        run(
            "plan",
            wizard,
            "--kubeconfig",
            kubeconfig(),
            "--suspect",
            suspect,
            "--out",
            file.toString());
    assertThat(planned.status()).as(planned.err()).isEqualTo(ExitStatus.HOLDS);
    return file;
  }

  private static String kubeconfig() {
    return world.kubeconfig().toString();
  }

  private Result done(Path plan, Path place, String... more) {
    String[] words = {
      "hand-over",
      "done",
      plan.toString(),
      "S-001",
      "--by",
      "Ada of the platform team",
      "--how",
      "by kubectl",
      "--case",
      place.toString(),
      "--kubeconfig",
      kubeconfig()
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return run(all);
  }

  @Test
  void a_step_done_elsewhere_is_journalled_and_holds_only_when_it_is_so() throws IOException {
    Path plan = plan("cordon");
    Path place = folder.resolve("case");

    Result early = done(plan, place);
    byElsewhere(plan);
    Result late = done(plan, place);
    Result shown = run("case", "show", place.toString());

    assertThat(early.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(early.out()).contains("does-not-hold");
    assertThat(late.status()).as(late.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(late.out()).contains("S-001  holds");
    assertThat(shown.status()).isEqualTo(ExitStatus.HOLDS);
    assertThat(shown.out()).contains("S-001 done elsewhere by Ada of the platform team");
    reported(place);
    sheetLeavesOut(plan, place);
  }

  /** Another program, here our own with another case. */
  private void byElsewhere(Path plan) throws IOException {
    String fingerprint =
        new ObjectMapper().readTree(Files.readString(plan)).path("fingerprint").asText();
    Result applied =
        run(
            "apply",
            plan.toString(),
            "--kubeconfig",
            kubeconfig(),
            "--case",
            folder.resolve("other").toString(),
            "--approve",
            fingerprint);
    assertThat(applied.status()).as(applied.err()).isEqualTo(ExitStatus.HOLDS);
  }

  private void reported(Path place) throws IOException {
    Path out = folder.resolve("report");
    Result report = run("report", place.toString(), "--format", "md", "--out", out.toString());
    assertThat(report.status()).as(report.err()).isEqualTo(ExitStatus.HOLDS);
    String text = "";
    try (var files = Files.walk(out)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        text += Files.readString(file);
      }
    }
    assertThat(text).contains("done elsewhere by Ada of the platform team");
  }

  private void sheetLeavesOut(Path plan, Path place) throws IOException {
    Result sheet =
        run(
            "hand-over",
            "sheet",
            plan.toString(),
            "--json",
            "--case",
            place.toString(),
            "--out",
            folder.resolve("left").toString());
    assertThat(sheet.status()).as(sheet.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(new ObjectMapper().readTree(sheet.out()).path("steps"))
        .extracting(step -> step.asText())
        .doesNotContain("S-001");
  }

  @Test
  void the_whole_plan_is_written_as_sheet_and_script() throws IOException {
    Path out = folder.resolve("sheets");
    Result sheet =
        run("hand-over", "sheet", plan("freeze").toString(), "--out", out.toString(), "--json");

    assertThat(sheet.status()).as(sheet.err()).isEqualTo(ExitStatus.HOLDS);
    Path written = Path.of(new ObjectMapper().readTree(sheet.out()).path("sheet").asText());
    assertThat(written).content().contains("## Before the first step").contains("S-001");
    assertThat(written.resolveSibling(written.getFileName().toString().replace(".md", ".sh")))
        .content()
        .startsWith("#!/bin/sh");
  }

  @Test
  void a_step_that_the_plan_has_not_and_a_time_that_is_none_change_nothing() {
    Path plan = plan("freeze");
    Path place = folder.resolve("untouched");

    assertThat(done(plan, place, "S-999").status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run("case", "show", place.toString()).out()).doesNotContain("done elsewhere");
    assertThat(done(plan, folder.resolve("none"), "--at", "yesterday").status())
        .isEqualTo(ExitStatus.USAGE);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void the_rights_of_one_plan_are_asked_for_where_they_are_needed() {
    Result rights =
        run("preflight", "--plan", plan("cordon").toString(), "--kubeconfig", kubeconfig());

    assertThat(rights.status()).as(rights.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(rights.out()).contains("plan: allowed").contains("patch nodes");
  }

  private Path dispose(String way) {
    Path file = folder.resolve(way + ".json");
    Result planned =
        run(
            "plan",
            "dispose",
            "--way",
            way,
            "--kubeconfig",
            kubeconfig(),
            "--suspect",
            suspect,
            "--out",
            file.toString());
    assertThat(planned.status()).as(planned.err()).isEqualTo(ExitStatus.HOLDS);
    return file;
  }

  private Result apply(Path plan, Path place, String... waivers) throws IOException {
    JsonNode read = new ObjectMapper().readTree(Files.readString(plan));
    List<String> words =
        new ArrayList<>(List.of("apply", plan.toString(), "--kubeconfig", kubeconfig()));
    words.addAll(List.of("--case", place.toString()));
    words.addAll(List.of("--approve", read.path("fingerprint").asText()));
    for (String waiver : waivers) {
      words.addAll(List.of("--waive", waiver + "=an exercise"));
    }
    return run(words.toArray(String[]::new));
  }

  @Test
  void what_only_a_node_can_do_is_handed_over_recorded_and_read_from_the_containers_id()
      throws IOException {
    Path plan = dispose("kill");
    Path place = folder.resolve("node");

    Result held = apply(plan, place, "E-memory", "E-processes", "E-container-layer", "E-api-state");
    Result early =
        done(
            plan,
            place,
            "--waive",
            "E-memory=the node has no agent",
            "--waive",
            "E-container-layer= ");
    Path restart = dispose("restart");
    Result restarted =
        apply(
            restart, place, "E-memory", "E-processes", "E-container-layer", "E-api-state", "T-35");
    Result late = done(plan, place);

    assertThat(held.status()).isEqualTo(ExitStatus.HELD);
    assertThat(held.err()).contains("by-hand").contains("hand-over sheet");
    assertThat(early.out()).contains("does-not-hold").contains("still runs");
    assertThat(restarted.status()).as(restarted.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(late.status()).as(late.out()).isEqualTo(ExitStatus.HOLDS);
    // Between its end and its restart it is still there, ended.
    assertThat(late.out()).containsAnyOf("this container is gone", "it has ended");
    assertThat(early.err()).contains("not waived: E-processes").doesNotContain("E-memory");
    assertThat(early.err()).contains("not waived: E-container-layer: A waiver needs a written");
    assertThat(run("case", "show", place.toString()).out())
        .contains("the node has no agent")
        .doesNotContainPattern("waived E-container-layer[^\\n]*: *\\n")
        .contains("Evidence of the class processes ", "Evidence of the class container-layer ")
        .doesNotContain("Evidence of the class memory ");
    readAgain(plan, place);
    assertThat(run("case", "verify", place.toString()).status()).isZero();
    nodeSheet(plan);
  }

  private void readAgain(Path plan, Path place) {
    String[] words = {
      "hand-over", "read", plan.toString(), "S-001", "--case", place.toString(), "--kubeconfig"
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + 1);
    all[words.length] = kubeconfig();
    Result read = run(all);
    assertThat(read.status()).as(read.out() + read.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(read.out()).contains("S-001  holds");
  }

  private void nodeSheet(Path plan) throws IOException {
    Path out = folder.resolve("node-sheet");
    Result sheet = run("hand-over", "sheet", plan.toString(), "--out", out.toString(), "--json");
    Path written = Path.of(new ObjectMapper().readTree(sheet.out()).path("sheet").asText());
    assertThat(written)
        .content()
        .contains("crictl stop --timeout 0 ")
        .contains("containerd://")
        .contains("io.kubernetes.pod.uid")
        .contains("destroys evidence of the classes")
        .doesNotContain("get namespace kube-system");
    assertThat(written.resolveSibling(written.getFileName().toString().replace(".md", ".sh")))
        .content()
        .contains("crictl inspect")
        .contains("its container is not on this node");
  }

  private Path recovery(Path place) {
    Path file = folder.resolve("recover.json");
    Result planned =
        run(
            "plan",
            "recover",
            "--case",
            place.toString(),
            "--hardened",
            "the tag is pinned",
            "--kubeconfig",
            kubeconfig(),
            "--out",
            file.toString());
    assertThat(planned.status()).as(planned.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(planned.out()).contains("Resume container").contains("R-03");
    return file;
  }

  @Test
  void what_was_frozen_on_a_node_is_in_the_recovery_until_it_was_resumed_there()
      throws IOException {
    Path place = folder.resolve("frozen");
    done(dispose("pause"), place);

    Path back = recovery(place);
    Result held = apply(back, place, "R-03");
    Path out = folder.resolve("resume-sheet");
    Result sheet = run("hand-over", "sheet", back.toString(), "--out", out.toString(), "--json");
    Path written = Path.of(new ObjectMapper().readTree(sheet.out()).path("sheet").asText());
    Result resumed = done(back, place);
    Result again = run("plan", "recover", "--case", place.toString(), "--kubeconfig", kubeconfig());

    assertThat(held.status()).isEqualTo(ExitStatus.HELD);
    assertThat(held.err()).contains("by-hand");
    assertThat(written).content().contains("ctr -n k8s.io tasks resume ");
    assertThat(resumed.out()).contains("cannot-tell").contains("does not show whether it goes on");
    assertThat(again.status()).isEqualTo(ExitStatus.HELD);
    assertThat(again.err()).contains("changed nothing that its journal can take back");
  }
}
