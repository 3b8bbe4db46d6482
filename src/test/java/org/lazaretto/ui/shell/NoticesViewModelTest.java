package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.shell.NoticesViewModel.Shown;

class NoticesViewModelTest {
  private final NoticesViewModel model = new NoticesViewModel();
  private final Notice failed = Notice.of(new Failure("LZ-HELD", "It is held.", ""));

  private void seconds(int count) {
    for (int i = 0; i < count; i++) {
      model.tick();
    }
  }

  private List<Notice> shown() {
    return model.shown().stream().map(Shown::notice).toList();
  }

  @Test
  void good_news_leaves_by_itself_and_a_failure_stays() {
    Notice done = Notice.done("Frozen.");
    model.add(done);
    model.add(failed);
    seconds(7);
    assertThat(shown()).containsExactly(done, failed);
    seconds(1);
    assertThat(shown()).containsExactly(failed);
    seconds(10_000);
    assertThat(shown()).containsExactly(failed);
  }

  @Test
  void nothing_leaves_while_somebody_reads_it() {
    model.add(Notice.inform("Read me."));
    model.hold(true);
    seconds(100);
    assertThat(shown()).hasSize(1);
    model.hold(false);
    seconds(8);
    assertThat(shown()).isEmpty();
  }

  @Test
  void the_oldest_that_may_leave_makes_room_and_no_failure_does() {
    model.add(failed);
    Notice warn = Notice.warn("Look.");
    model.add(warn);
    model.add(failed);
    model.add(failed);
    model.add(failed);
    assertThat(shown()).hasSize(4).doesNotContain(warn);
    model.add(failed);
    assertThat(shown()).hasSize(5);
  }

  @Test
  void two_of_the_same_words_are_dismissed_one_by_one() {
    model.add(failed);
    model.add(failed);
    model.dismiss(model.shown().getFirst());
    assertThat(shown()).containsExactly(failed);
    assertThat(model.dismissNewest()).isTrue();
    assertThat(model.dismissNewest()).isFalse();
  }
}
