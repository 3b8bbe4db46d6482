package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.EndpointSlice;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.StepId;

/** What was done by hand is proven by its effect, as it is when this program does it. */
class PaperProofTest {
  private static final ObjectRef MINER = Clusters.miner().object();
  private static final ObjectRef SERVICE = ObservedKind.SERVICE.ref("shop", "front", "uid-s");

  private static Stage stage(String podUid) {
    ObjectRef slice = ObservedKind.ENDPOINT_SLICE.ref("shop", "front-x1", "uid-slice");
    List<EndpointSlice.Endpoint> one =
        List.of(new EndpointSlice.Endpoint(podUid, "10.9.9.9", true));
    Stage stage =
        Stage.of(Clusters.shop().add(new EndpointSlice(slice, "front", one, List.of(80))));
    stage.cluster.objects.set(MINER, "/metadata/labels/other", "\"x\"");
    stage.cluster.objects.set(SERVICE, "/spec/selector/q", "\"closed\"");
    return stage;
  }

  private static Verdict of(Stage stage, ContainStep.EditFields step) {
    return new PaperProof(stage.cluster).of(step, Clusters.NOW);
  }

  private static ContainStep.EditFields edit(
      ObjectRef target, Purpose purpose, FieldEdit edit, ObjectRef witness) {
    return new ContainStep.EditFields(
        new StepId(1), target, purpose, List.of(edit), List.of(witness));
  }

  @Test
  void a_taint_that_stands_beside_the_pods_that_it_was_to_drive_away_does_not_hold() {
    Stage stage = stage(MINER.uid());
    ObjectRef node = stage.before.node("node-a1").orElseThrow().ref().object();
    FieldEdit taint = new FieldEdit.Item("/spec/taints", "{\"key\":\"x\"}", true);
    stage.cluster.objects.set(node, "/spec/taints", "[{\"key\":\"x\"}]");

    Verdict there = of(stage, edit(node, Purpose.EXPEL, taint, MINER));
    ObjectRef gone = ObservedKind.POD.ref("shop", "gone", "uid-gone");

    assertThat(there).isInstanceOf(Verdict.DoesNotHold.class);
    assertThat(there.text()).contains(MINER.path());
    assertThat(of(stage, edit(node, Purpose.EXPEL, taint, gone))).isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void a_label_that_is_gone_from_a_pod_that_still_gets_traffic_does_not_hold() {
    FieldEdit off =
        new FieldEdit.Value("/metadata/labels/app", Optional.of("\"a\""), Optional.empty());

    assertThat(of(stage(MINER.uid()), edit(MINER, Purpose.LEAVE_SERVICES, off, SERVICE)))
        .isInstanceOf(Verdict.DoesNotHold.class);
    assertThat(of(stage("uid-other"), edit(MINER, Purpose.LEAVE_SERVICES, off, SERVICE)))
        .isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void a_service_that_is_closed_and_still_names_the_suspect_does_not_hold() {
    FieldEdit shut =
        new FieldEdit.Value("/spec/selector/q", Optional.empty(), Optional.of("\"closed\""));

    assertThat(of(stage(MINER.uid()), edit(SERVICE, Purpose.CLOSE_SERVICE, shut, MINER)))
        .isInstanceOf(Verdict.DoesNotHold.class);
    assertThat(of(stage("uid-other"), edit(SERVICE, Purpose.CLOSE_SERVICE, shut, MINER)))
        .isInstanceOf(Verdict.Holds.class);
  }
}
