package org.lazaretto.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.ui.inspector.MarkViewModel.Asking;

class MarkViewModelTest {
  private final List<String> done = new ArrayList<>();
  private final MarkViewModel model =
      new MarkViewModel(
          new MarkViewModel.Deeds() {
            @Override
            public void mark(PodRef pod, String reason) {
              done.add("mark " + pod.name() + ": " + reason);
            }

            @Override
            public void clear(PodRef pod, String reason) {
              done.add("clear " + pod.name() + ": " + reason);
            }
          });

  private static Subject subject(String name, boolean suspect) {
    Pod pod = Clusters.shop().build().pod("shop", name).orElseThrow();
    return new Subject.OfPod(pod, List.of(), suspect, Optional.empty());
  }

  @Test
  void nothing_is_marked_without_a_reason() {
    model.show(subject("checkout-6f7d-1", false));
    model.askToMark();
    model.reasonProperty().set("  \t ");
    model.confirm();

    assertThat(model.readyProperty().get()).isFalse();
    assertThat(model.askingProperty().get()).isEqualTo(Asking.WHY_MARK);
    assertThat(done).isEmpty();
  }

  @Test
  void a_reason_stands_there_already_and_says_what_the_pod_is_flagged_for() {
    model.show(subject("debug", false));
    model.askToMark();
    assertThat(model.reasonProperty().get())
        .startsWith("It looks suspicious: ")
        .contains("no owner");
    model.show(subject("checkout-6f7d-1", false));
    model.askToMark();
    assertThat(model.reasonProperty().get()).isEqualTo("It looks suspicious: 3 and more restarts.");
    model.confirm();
    assertThat(done)
        .containsExactly("mark checkout-6f7d-1: It looks suspicious: 3 and more restarts.");
  }

  @Test
  void no_reason_to_take_a_mark_back_is_offered() {
    model.show(subject("checkout-6f7d-1", true));
    model.askToClear();
    assertThat(model.reasonProperty().get()).isEmpty();
  }

  @Test
  void a_reason_marks_the_pod_once() {
    model.show(subject("checkout-6f7d-1", false));
    model.askToMark();
    model.reasonProperty().set(" it mines ");
    model.confirm();
    model.confirm();

    assertThat(done).containsExactly("mark checkout-6f7d-1: it mines");
    assertThat(model.askingProperty().get()).isEqualTo(Asking.NOTHING);
  }

  @Test
  void looking_at_another_pod_forgets_what_was_asked_about_the_first() {
    model.show(subject("checkout-6f7d-1", false));
    model.askToMark();
    model.reasonProperty().set("it mines");
    model.show(subject("debug", false));
    model.confirm();

    assertThat(model.askingProperty().get()).isEqualTo(Asking.NOTHING);
    assertThat(model.reasonProperty().get()).isEmpty();
    assertThat(done).isEmpty();
  }

  @Test
  void news_of_the_same_pod_do_not_take_the_words_away() {
    model.show(subject("checkout-6f7d-1", false));
    model.askToMark();
    model.reasonProperty().set("half a sen");
    model.show(subject("checkout-6f7d-1", false));

    assertThat(model.reasonProperty().get()).isEqualTo("half a sen");
    assertThat(model.askingProperty().get()).isEqualTo(Asking.WHY_MARK);
  }

  @Test
  void a_mark_is_taken_back_with_a_reason_only() {
    model.show(subject("checkout-6f7d-1", true));
    model.askToMark();
    assertThat(model.askingProperty().get()).isEqualTo(Asking.NOTHING);

    model.askToClear();
    model.confirm();
    assertThat(done).isEmpty();

    model.reasonProperty().set("a load test");
    model.confirm();
    assertThat(done).containsExactly("clear checkout-6f7d-1: a load test");
  }

  @Test
  void a_very_long_reason_is_cut() {
    model.show(subject("checkout-6f7d-1", false));
    model.askToMark();
    model.reasonProperty().set("x".repeat(10_000));
    model.confirm();

    assertThat(done.getFirst()).hasSize("mark checkout-6f7d-1: ".length() + 500);
  }

  @Test
  void what_is_no_pod_cannot_be_marked() {
    model.show(new Subject.Nothing());
    model.askToMark();
    assertThat(model.askingProperty().get()).isEqualTo(Asking.NOTHING);
  }
}
