package org.lazaretto.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** The traps of taking credentials away, and of giving labels back. */
class AccountTrapsTest {
  private static final ClusterSnapshot SEEN =
      new ClusterBuilder()
          .node("n1", "z1")
          .deployment("shop", "web", Template.of("web"), "n1", "n1")
          .bare("shop", "lone", Template.of("lone"), "n1")
          .bare("apart", "only", Template.of("only"), "n1")
          .build();

  private static PodRef pod(String namespace, String name) {
    return SEEN.pod(namespace, name).orElseThrow().ref();
  }

  private static List<Finding> of(Request request, Step step) {
    return Consequences.of(SEEN, Plan.of(SEEN.cluster(), request, List.of(step)), Asked.CONTEXT);
  }

  private static List<Finding> credentials(PodRef suspect) {
    ObjectRef token = new ObjectRef("v1", "Secret", suspect.namespace(), "token", "uid-token");
    return of(
        new Request.Credentials(List.of(suspect), true, true),
        new DisposeStep.DeleteToken(new StepId(1), token));
  }

  @Test
  void who_shares_the_account_of_a_suspect_loses_with_it_and_what_stays_valid_is_said() {
    assertThat(Asked.said(credentials(pod("shop", "lone")), "T-33"))
        .containsExactly("WARN shop/web-6f7d-1, shop/web-6f7d-2", "INFORM shop/lone");
    assertThat(Asked.text(credentials(pod("shop", "lone")), "T-33"))
        .contains("by spec.serviceAccountName");
  }

  @Test
  void an_account_that_only_the_suspect_uses_is_no_warning_and_a_cordon_says_nothing_of_it() {
    assertThat(Asked.said(credentials(pod("apart", "only")), "T-33"))
        .containsExactly("INFORM apart/only");
    assertThat(Asked.said(Asked.cordoning(Asked.two(), Asked.bad()), "T-33")).isEmpty();
  }

  private static List<Finding> relabelled(PodRef pod, String value) {
    FieldEdit edit =
        new FieldEdit.Value(
            FieldEdit.label("app"), Optional.empty(), Optional.of("\"" + value + "\""));
    return of(
        new Request.Recover(List.of(pod), "closed", List.of()),
        new ContainStep.EditFields(
            new StepId(1), pod.object(), Purpose.RESTORE, List.of(edit), List.of()));
  }

  @Test
  void a_pod_without_an_owner_that_gets_its_labels_back_may_be_adopted() {
    assertThat(Asked.said(relabelled(pod("shop", "lone"), "web"), "T-11"))
        .singleElement()
        .asString()
        .startsWith("WARN shop/lone");
    assertThat(Asked.text(relabelled(pod("shop", "lone"), "web"), "T-11"))
        .contains("a controller's selector chooses");
  }

  @Test
  void labels_that_nobody_chooses_and_pods_that_have_an_owner_adopt_nothing() {
    assertThat(Asked.said(relabelled(pod("shop", "lone"), "nobody"), "T-11")).isEmpty();
    assertThat(Asked.said(relabelled(pod("apart", "only"), "web"), "T-11")).isEmpty();
    assertThat(Asked.said(relabelled(pod("shop", "web-6f7d-1"), "web"), "T-11")).isEmpty();
  }
}
