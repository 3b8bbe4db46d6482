package org.lazaretto.plan.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Golden;
import org.lazaretto.fixture.Planned;
import org.lazaretto.model.Measure;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Isolation;
import org.lazaretto.plan.LocalRating;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.capture.FreezePlanner;
import org.lazaretto.plan.cordon.CordonPlanner;
import org.lazaretto.plan.evacuate.EvacuatePlanner;
import org.lazaretto.plan.json.PlanFormatException.Kind;

class PlanJsonTest {
  private static Plan freeze() {
    return Planned.of(
        FreezePlanner.plan(Clusters.shop().build(), new Request.Freeze(List.of(Clusters.miner()))));
  }

  private static Plan cordon() {
    return Planned.of(
        CordonPlanner.plan(
            Clusters.shop().build(), new Request.Cordon(List.of(Clusters.miner()), List.of())));
  }

  private static Plan evacuate() {
    Plan plan =
        Planned.of(
            EvacuatePlanner.plan(
                Clusters.cordonedShop().build(),
                new Request.Evacuate(
                    List.of(Clusters.miner()),
                    List.of(),
                    Request.Method.EVICT,
                    Map.of("shop/Deployment/web", Request.Method.RESTART),
                    Request.Decisions.KEEP_ALL)));
    Finding finding =
        new Finding(
            "T-18",
            Finding.Severity.WARN,
            List.of(Clusters.miner().object()),
            List.of(new StepId(1)),
            "A budget holds it.",
            "Wait.");
    LocalRating rating = new LocalRating(Measure.C_P_01, 4, List.of("shop/web: 1 of 3"));
    return plan.with(List.of(finding), Optional.of(rating));
  }

  private static PlanFormatException refused(String text) {
    return catchThrowableOfType(PlanFormatException.class, () -> PlanJson.read(text));
  }

  /** The plan's text with one change, which must really be one. */
  private static String edited(Plan plan, String before, String after) {
    String text = PlanJson.write(plan);
    assertThat(text).contains(before);
    return text.replace(before, after);
  }

  @Test
  void every_wizards_plan_is_written_as_documented() {
    Golden.matches("plan-freeze.json", PlanJson.write(freeze()));
    Golden.matches("plan-cordon.json", PlanJson.write(cordon()));
    Golden.matches("plan-evacuate.json", PlanJson.write(evacuate()));
  }

  /** An isolation that looks from inside, before and after. */
  private static Plan looking() {
    Request request =
        new Request.Isolate(List.of(Clusters.miner()), "case-1", Isolation.USUAL.lookInside(true));
    ContainStep.Look look = new ContainStep.Look("app", "172.20.0.10", 53, "the cluster's DNS");
    return Plan.of(
        Clusters.IDENTITY,
        request,
        List.of(
            new ContainStep.LookInside(new StepId(1), Clusters.miner(), look, false),
            new ContainStep.LookInside(new StepId(2), Clusters.miner(), look, true)));
  }

  @Test
  void an_address_that_a_program_could_take_for_an_option_is_refused() {
    PlanFormatException e = refused(edited(looking(), "\"172.20.0.10\"", "\"-e /bin/sh\""));

    assertThat(e).hasMessageContaining("address");
  }

  @Test
  void what_was_written_is_read_back() throws PlanFormatException {
    for (Plan plan : List.of(freeze(), cordon(), evacuate(), looking())) {
      Plan read = PlanJson.read(PlanJson.write(plan));

      assertThat(read).isEqualTo(plan);
      assertThat(read.fingerprint()).isEqualTo(plan.fingerprint());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "nonsense", "[]", "42", "null", "{}", "{\"version\":1}", "{} {}"})
  void what_is_no_plan_is_refused_in_a_sentence(String text) {
    PlanFormatException e = refused(text);

    assertThat(e.kind()).isEqualTo(Kind.NOT_A_PLAN);
    assertThat(e).hasMessageStartingWith("This is not a plan: ").hasMessageEndingWith(".");
  }

  @Test
  void a_plan_of_a_newer_format_says_so() {
    PlanFormatException e = refused("{\"version\": 2, \"whatever\": []}");

    assertThat(e.kind()).isEqualTo(Kind.OTHER_VERSION);
    assertThat(e)
        .hasMessage(
            "This plan was written by a newer Lazaretto (format 2, this one reads 1); plan again.");
  }

  @Test
  void no_line_can_be_left_out_without_being_noticed_or_leaving_what_was_approved() {
    List<String> lines = PlanJson.write(evacuate()).lines().toList();
    int noticed = 0;
    for (int i = 0; i < lines.size(); i++) {
      List<String> cut = new ArrayList<>(lines);
      cut.remove(i);
      noticed += sameOrRefused(String.join("\n", cut)) ? 1 : 0;
    }
    assertThat(noticed).isGreaterThan(lines.size() - 20);
  }

  /** Whether it is refused; if not, it must be the plan that was approved. */
  private static boolean sameOrRefused(String text) {
    try {
      Plan read = PlanJson.read(text);
      assertThat(read.fingerprint()).isEqualTo(evacuate().fingerprint());
      return false;
    } catch (PlanFormatException e) {
      return true;
    }
  }

  @Test
  void an_edited_target_is_named_by_the_first_thing_that_no_longer_fits() {
    PlanFormatException e =
        refused(edited(cordon(), "\"uid\" : \"uid-node-node-a1\"", "\"uid\" : \"uid-other\""));

    assertThat(e.kind()).isEqualTo(Kind.EDITED);
    assertThat(e).hasMessageContaining("fingerprint is not what its content gives");
  }

  @Test
  void an_edited_command_is_not_believed() {
    PlanFormatException e =
        refused(edited(cordon(), "\"cordon\",\n        \"node", "\"delete\",\n        \"node"));

    assertThat(e.kind()).isEqualTo(Kind.EDITED);
    assertThat(e).hasMessageContaining("steps[0].command");
  }

  @Test
  void the_fingerprint_in_the_file_is_not_believed() {
    String old = cordon().fingerprint();

    PlanFormatException e = refused(edited(cordon(), old, "0".repeat(64)));

    assertThat(e.kind()).isEqualTo(Kind.EDITED);
  }

  @Test
  void a_removed_step_or_finding_changes_what_is_approved_or_is_noticed() {
    Plan plan = evacuate();
    Plan without =
        Plan.of(plan.cluster(), plan.request(), plan.steps().subList(0, plan.steps().size() - 1));

    assertThat(without.fingerprint()).isNotEqualTo(plan.fingerprint());
  }

  @Test
  void a_wizard_holds_no_other_wizards_actions() {
    PlanFormatException e =
        refused(edited(cordon(), "\"action\" : \"cordon-node\"", "\"action\" : \"evict-pod\""));

    assertThat(e).hasMessageContaining("steps[0].action has a value that no plan has");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "/",
        "/api",
        "/metrics",
        "https://evil/api/v1/pods",
        "/api/v1/a b",
        "/api/v1//x"
      })
  void a_path_that_is_no_path_of_the_api_is_refused(String path) {
    String before = "\"path\" : \"/api/v1/namespaces/shop/pods/checkout-6f7d-1\"";

    assertThat(refused(edited(freeze(), before, "\"path\" : \"" + path + "\"")).kind())
        .isEqualTo(Kind.NOT_A_PLAN);
  }

  @Test
  void members_of_the_wrong_type_are_named() {
    assertThat(
            refused(
                edited(cordon(), "\"formerUnschedulable\" : false", "\"formerUnschedulable\" : 0")))
        .hasMessage(
            "This is not a plan: steps[0].with.formerUnschedulable is neither true nor false.");
    assertThat(refused(edited(cordon(), "\"nodes\" : [ ]", "\"nodes\" : [ 7 ]")))
        .hasMessage("This is not a plan: request.nodes[0] is not a text.");
    assertThat(refused(edited(evacuate(), "\"method\" : \"evict\"", "\"method\" : \"nuke\"")))
        .hasMessage("This is not a plan: request.method has a value that no plan has.");
    assertThat(refused(edited(evacuate(), "\"businessImpact\" : 4", "\"businessImpact\" : 9")))
        .hasMessage("This is not a plan: rating.businessImpact has a value that no plan has.");
    assertThat(refused(edited(evacuate(), "\"S-001\"\n", "\"S-99999999999\"\n"))).isNotNull();
  }

  @Test
  void a_member_given_twice_is_no_plan() {
    assertThat(refused(edited(cordon(), "\"version\" : 1,", "\"version\" : 1, \"version\" : 1,")))
        .isNotNull();
  }

  @Test
  void a_hostile_member_name_is_shown_harmlessly() {
    String name = "\\u001b[31m" + "x".repeat(500);

    PlanFormatException e =
        refused(edited(cordon(), "\"version\" : 1,", "\"version\" : 1, \"" + name + "\" : 1,"));

    assertThat(e.getMessage()).doesNotContain("\u001b").hasSizeLessThan(300);
  }

  @Test
  void a_deep_nest_is_refused_without_falling_over() {
    assertThat(refused("[".repeat(100_000)).kind()).isEqualTo(Kind.NOT_A_PLAN);
  }
}
