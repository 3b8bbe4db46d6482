package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.execute.Waiver;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Planned;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.evacuate.EvacuatePlanner;

class HandOverTest {
  private static Plan evacuation() {
    ClusterSnapshot shop = Clusters.cordonedShop().build();
    return Planned.of(
        EvacuatePlanner.plan(
            shop,
            new Request.Evacuate(
                List.of(Clusters.miner()),
                List.of(),
                Request.Method.EVICT,
                Map.of(),
                Request.Decisions.KEEP_ALL)));
  }

  private static HandOver of(Plan plan) {
    return new HandOver(plan, "IR-2026-014", Clusters.NOW);
  }

  @Test
  void the_script_gives_every_command_of_the_plan_as_it_stands_there() {
    Plan plan = evacuation();

    String script = of(plan).script();

    plan.steps()
        .forEach(
            step -> assertThat(script).contains(Cards.of(plan.cluster(), step).command().shell()));
  }

  @Test
  void the_script_asks_which_cluster_it_is_before_the_first_change() {
    String script = of(evacuation()).script();

    assertThat(script.indexOf("kube-system")).isLessThan(script.indexOf("/eviction"));
    assertThat(script)
        .contains("kubectl --context practice get namespace kube-system")
        .contains("exit 3");
  }

  @Test
  void on_another_cluster_the_script_sends_nothing(@TempDir Path folder) throws Exception {
    assertThat(run(folder, "another-uid")).isEqualTo(3);
    assertThat(Files.readString(folder.resolve("calls"))).doesNotContain("eviction");
  }

  @Test
  void on_its_own_cluster_the_script_sends_every_eviction_once(@TempDir Path folder)
      throws Exception {
    assertThat(run(folder, Clusters.IDENTITY.uid())).isZero();
    long evictions =
        evacuation().steps().stream().filter(EvacuateStep.EvictPod.class::isInstance).count();
    assertThat(Files.readAllLines(folder.resolve("calls")))
        .filteredOn(line -> line.contains("/eviction"))
        .hasSize((int) evictions);
  }

  /** Runs the script with a kubectl that writes its arguments down and knows one cluster. */
  private static int run(Path folder, String uid) throws IOException, InterruptedException {
    return run(folder, uid, of(evacuation()).script());
  }

  private static int run(Path folder, String uid, String text)
      throws IOException, InterruptedException {
    Path kubectl = folder.resolve("kubectl");
    Files.writeString(
        kubectl,
        "#!/bin/sh\necho \"$*\" >> \"$(dirname \"$0\")/calls\"\ncase \"$*\" in *kube-system*)"
            + " printf %s '"
            + uid
            + "';; esac\n");
    assertThat(kubectl.toFile().setExecutable(true)).isTrue();
    Path script = folder.resolve("plan.sh");
    Files.writeString(script, text, StandardCharsets.UTF_8);
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString());
    builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
    return builder.start().waitFor();
  }

  @Test
  void the_sheet_says_of_each_step_why_how_it_is_verified_and_what_takes_it_back() {
    String sheet = of(evacuation()).sheet();

    assertThat(sheet)
        .contains("# Hand-over: evacuate on practice")
        .contains("suspect, to be left alone: `shop/checkout-6f7d-1`")
        .contains("- why: It runs beside a suspect")
        .contains("- verified by: the pod of this UID is gone")
        .contains("- way back: none: An evicted pod does not come back");
  }

  @Test
  void a_stop_stands_in_both() {
    Finding stop =
        new Finding("T-44", Finding.Severity.STOP, List.of(), List.of(), "It ends.", "Wait.");
    Plan plan = evacuation().with(List.of(stop), java.util.Optional.empty());

    assertThat(of(plan).script()).contains("# STOP T-44: It ends.");
    assertThat(of(plan).sheet()).contains("- **stop** T-44: It ends. Instead: Wait.");
  }

  @Test
  void a_written_reason_stands_in_the_sheet() {
    ObjectRef web = new ObjectRef("apps/v1", "Deployment", "shop", "web", "uid-1");
    HandOver sheet =
        of(evacuation())
            .waiving(
                List.of(
                    new Waiver("T-44", List.of(), "it *has* to end"),
                    new Waiver("T-44", List.of(web), "agreed")));

    assertThat(sheet.sheet())
        .contains("- T-44 is waived: it \\*has\\* to end")
        .contains("- T-44 is waived for Deployment shop/web (uid uid-1): agreed");
  }

  @Test
  void a_name_that_breaks_lines_or_turns_the_reading_direction_stays_harmless() {
    PodRef hostile = new PodRef("shop", "web\nrm -rf ~ #\u202e`<b>", "uid-1");
    ClusterSnapshot shop = Clusters.cordonedShop().build();
    EvacuateStep.EvictPod step =
        new EvacuateStep.EvictPod(
            new StepId(1),
            hostile,
            shop.node("node-a1").orElseThrow().ref(),
            new ObjectRef("v1", "Pod", "shop", "web", "uid-1"));
    Plan plan = Plan.of(shop.cluster(), evacuation().request(), List.of(step));

    assertThat(of(plan).script().lines()).noneMatch(line -> line.startsWith("rm"));
    assertThat(of(plan).script()).contains("false 'not to be pasted").doesNotContain("\u202e");
    assertThat(of(plan).sheet()).doesNotContain("\u202e").doesNotContain("Evict shop/web\n");
  }

  @Test
  void a_command_that_is_not_to_be_pasted_fails_and_lets_the_steps_after_it_run(
      @TempDir Path folder) throws Exception {
    ObjectRef service = new ObjectRef("v1", "Service", "shop", "web", "uid-1");
    PodRef hostile = new PodRef("shop", "web\u202e'", "uid-2");
    Plan plan =
        Plan.of(
            Clusters.IDENTITY,
            new Request.Credentials(List.of(Clusters.miner()), true, true),
            List.of(
                edit(1, service, "\"a\u202e'\""),
                new EvacuateStep.EvictPod(
                    new StepId(2), hostile, new NodeRef("node-a1", "uid-3"), hostile.object()),
                edit(3, service, "\"plain\"")));

    assertThat(run(folder, Clusters.IDENTITY.uid(), of(plan).script())).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("out")))
        .contains("S-001 failed")
        .contains("S-002 failed")
        .doesNotContain("S-003 failed");
    assertThat(Files.readAllLines(folder.resolve("calls")))
        .filteredOn(line -> line.contains("patch"))
        .hasSize(1);
  }

  private static Step edit(int number, ObjectRef target, String former) {
    return new ContainStep.EditFields(
        new StepId(number),
        target,
        Purpose.RESTORE,
        List.of(
            new FieldEdit.Value(
                "/metadata/annotations/a", Optional.of("\"x\""), Optional.of(former))),
        List.of());
  }

  @Test
  void nothing_is_ended_after_a_step_that_failed(@TempDir Path folder) throws Exception {
    ObjectRef token = new ObjectRef("v1", "Secret", "shop", "old", "uid-1");
    Plan plan =
        Plan.of(
            Clusters.shop().build().cluster(),
            new Request.Credentials(List.of(Clusters.miner()), true, true),
            List.of(
                new DisposeStep.DeleteToken(new StepId(1), token),
                new DisposeStep.DeleteToken(new StepId(2), token)));
    Path kubectl = folder.resolve("kubectl");
    Files.writeString(
        kubectl,
        "#!/bin/sh\necho \"$*\" >> \"$(dirname \"$0\")/calls\"\ncase \"$*\" in *kube-system*)"
            + " printf %s '"
            + Clusters.IDENTITY.uid()
            + "';; *) exit 1;; esac\n");
    assertThat(kubectl.toFile().setExecutable(true)).isTrue();
    Path script = Files.writeString(folder.resolve("plan.sh"), of(plan).script());
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString());
    builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());

    assertThat(builder.start().waitFor()).isEqualTo(1);
    assertThat(Files.readAllLines(folder.resolve("calls")))
        .filteredOn(line -> line.contains("/secrets/old"))
        .hasSize(1);
    assertThat(Files.readString(folder.resolve("out"))).contains("S-002 was left out");
  }

  @Test
  void what_was_handed_over_is_read_back_from_the_case(@TempDir Path folder) throws Exception {
    Plan plan = evacuation();
    of(plan).write(folder);
    Files.writeString(folder.resolve("hand-over-evacuate-00.json"), "no plan");

    Papers papers = Papers.in(folder, List.of());

    assertThat(papers.unreadable()).containsExactly("hand-over-evacuate-00.json");
    assertThat(papers.plans())
        .singleElement()
        .satisfies(each -> assertThat(each.left()).isEqualTo(plan.steps()));
    assertThat(Papers.in(folder.resolve("none"), List.of()).plans()).isEmpty();
  }
}
