package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.session.Order;
import org.lazaretto.ui.Gallery;
import org.lazaretto.ui.HeldWork;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.walkthrough.Sight;
import org.lazaretto.ui.wizard.FakeWork;
import org.lazaretto.ui.wizard.run.RunState;
import org.lazaretto.ui.wizard.run.RunViewModel;

/** What is asked when somebody closes a case while its plan is under way. */
class LeaveSheetTest {
  private final HeldWork held = HeldWork.waitingWork();
  private final List<String> done = new ArrayList<>();
  private final RunViewModel run;
  private Gallery gallery;

  LeaveSheetTest() throws Exception {
    FakeWork work = new FakeWork(Clusters.shop().build());
    Plan plan = work.plan(new Request.Cordon(List.of(Clusters.miner()), List.of()));
    Order order = new Order(plan, plan.fingerprint(), List.of(), "it mines");
    run = new RunViewModel(work, new Background(held, Toolkit.fx()), order, () -> {});
    run.begin("Ann approves");
  }

  @BeforeEach
  void the_question_is_asked() throws Exception {
    gallery = new Gallery();
    gallery.show(
        () -> {
          LeaveSheet sheet = new LeaveSheet(run, () -> done.add("left"), () -> done.add("stayed"));
          StackPane ground = new StackPane(sheet.view());
          ground.getStyleClass().add("pane");
          return ground;
        },
        1280,
        720);
  }

  @AfterEach
  void the_wall_is_bare() throws Exception {
    gallery.close();
  }

  private static String told(String id) {
    return Sight.of(id).map(Sight::text).orElse("");
  }

  private String focused() throws Exception {
    return gallery.hand.see(() -> gallery.scene().getFocusOwner().getId());
  }

  private void theRunEnds() throws Exception {
    held.work();
    gallery.hand.until("its end", () -> run.stateProperty().get().over());
  }

  @Test
  void who_stays_leaves_the_plan_as_it_is() throws Exception {
    assertThat(gallery.hand.read("titleLabel")).isEqualTo("A plan is under way: Cordon");
    assertThat(told("wordsLabel")).contains("leave steps without a known end");
    assertThat(gallery.hand.sees("nowButton")).as("an unknown end is not offered first").isFalse();
    assertThat(gallery.hang("leave-ask")).isEmpty();
    gallery.hand.press("stayButton");
    assertThat(done).containsExactly("stayed");
    assertThat(run.stateProperty().get()).isEqualTo(new RunState.Running());
  }

  @Test
  void who_waits_leaves_as_soon_as_the_plan_has_ended() throws Exception {
    gallery.hand.press("waitButton");
    gallery.hand.until("the promise", () -> told("wordsLabel").startsWith("It closes by itself"));
    assertThat(gallery.hang("leave-waiting")).isEmpty();
    assertThat(done).isEmpty();
    theRunEnds();
    assertThat(done).containsExactly("left");
  }

  @Test
  void who_cancels_has_the_plan_stopped_and_leaves_when_what_was_sent_has_ended() throws Exception {
    gallery.hand.press("cancelRunButton");
    assertThat(run.stateProperty().get()).isEqualTo(new RunState.Stopping());
    assertThat(told("wordsLabel")).startsWith("Nothing further is sent.");
    assertThat(gallery.hand.sees("cancelRunButton")).as("cancelled once").isFalse();
    assertThat(focused()).as("a second press does no harm").isEqualTo("stayButton");
    assertThat(gallery.hang("leave-stopping")).isEmpty();
    assertThat(done).isEmpty();
    theRunEnds();
    assertThat(done).containsExactly("left");
  }

  @Test
  void who_cannot_wait_any_longer_may_leave_and_is_told_that_the_ends_are_unknown()
      throws Exception {
    gallery.hand.press("waitButton");
    assertThat(gallery.hand.read("nowButton")).contains("ends unknown");
    gallery.hand.press("nowButton");
    assertThat(done).containsExactly("left");
  }

  @Test
  void a_plan_that_ends_before_an_answer_leaves_the_answer_to_the_person() throws Exception {
    theRunEnds();
    gallery.hand.until(
        "that it has ended", () -> told("titleLabel").startsWith("A plan has ended"));
    assertThat(done).isEmpty();
    assertThat(gallery.hand.sees("cancelRunButton")).isFalse();
    assertThat(gallery.hang("leave-ended")).isEmpty();
    gallery.hand.press("waitButton");
    assertThat(done).containsExactly("left");
  }
}
