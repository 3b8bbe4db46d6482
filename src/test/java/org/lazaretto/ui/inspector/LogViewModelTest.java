package org.lazaretto.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Answers;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.Pod;
import org.lazaretto.observe.ObjectDetails;
import org.lazaretto.port.Exchange;
import org.lazaretto.port.RawAnswer;
import org.lazaretto.ui.HeldWork;

class LogViewModelTest {
  private final List<String> asked = new ArrayList<>();
  private final HeldWork workers = new HeldWork();
  private String written = "2026-11-21T10:00:00Z one\n2026-11-21T10:00:01Z two\n";
  private final LogViewModel model =
      new LogViewModel(
          new ObjectDetails(
              Answers.by((method, arguments) -> {
                asked.add(method + " " + arguments[method.equals("follow") ? 1 : 0]);
                byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
                return method.equals("follow")
                    ? new ByteArrayInputStream(bytes)
                    : new RawAnswer(new Exchange("", "", 200, "", ""), "", bytes);
              })),
          workers.background());

  private static Subject pod(String name) {
    Pod pod = Clusters.shop().build().pod("shop", name).orElseThrow();
    return new Subject.OfPod(pod, List.of(), false, Optional.empty());
  }

  private List<String> texts() {
    return model.lines().stream().map(TextLine::text).toList();
  }

  @Test
  void nothing_is_read_before_the_log_is_opened() {
    model.show(pod("checkout-6f7d-1"));
    assertThat(asked).isEmpty();
    assertThat(model.stateProperty().get()).isEqualTo(new LogState.Idle());
  }

  @Test
  void the_ordinary_container_is_read_first_and_another_one_on_choice() {
    model.show(pod("checkout-6f7d-1"));
    model.open();
    assertThat(model.containers()).containsExactly("app", "setup");
    assertThat(texts()).containsExactly("one", "two");

    model.containerProperty().set(Optional.of("setup"));
    assertThat(asked).containsExactly("follow app", "follow setup");
    assertThat(texts()).containsExactly("one", "two");
  }

  @Test
  void the_log_before_the_last_restart_is_read_once() {
    model.show(pod("checkout-6f7d-1"));
    model.open();
    model.previousProperty().set(true);

    assertThat(asked.getLast()).contains("previous=true").contains("container=app");
    assertThat(model.stateProperty().get()).isEqualTo(new LogState.Ended());
    assertThat(texts()).containsExactly("one", "two");
  }

  @Test
  void leaving_forgets_what_was_read_and_opening_reads_it_again() {
    model.show(pod("checkout-6f7d-1"));
    model.open();
    model.leave();
    assertThat(model.lines()).isEmpty();
    assertThat(model.stateProperty().get()).isEqualTo(new LogState.Idle());

    model.open();
    assertThat(asked).hasSize(2);
  }

  @Test
  void another_pod_ends_the_log_of_the_first() {
    workers.hold();
    model.show(pod("checkout-6f7d-1"));
    model.open();
    model.show(pod("debug"));
    model.open();
    workers.release();

    assertThat(asked).containsExactly("follow app");
  }

  @Test
  void news_of_the_same_pod_do_not_begin_anew() {
    model.show(pod("checkout-6f7d-1"));
    model.open();
    model.show(pod("checkout-6f7d-1"));
    model.open();
    assertThat(asked).hasSize(1);
  }

  @Test
  void while_one_reads_new_lines_wait_and_are_counted() {
    workers.hold();
    model.show(pod("checkout-6f7d-1"));
    model.open();
    model.pausedProperty().set(true);
    workers.release();
    assertThat(model.waitingProperty().get()).isEqualTo(2);
    assertThat(model.lines()).isEmpty();

    model.pausedProperty().set(false);
    assertThat(texts()).containsExactly("one", "two");
    assertThat(model.waitingProperty().get()).isZero();
  }

  @Test
  void a_log_longer_than_what_is_kept_shows_its_end() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < LogBuffer.MOST_LINES + 10; i++) {
      many.append("line ").append(i).append('\n');
    }
    written = many.toString();
    model.show(pod("checkout-6f7d-1"));
    model.open();

    assertThat(model.lines()).hasSize(LogBuffer.MOST_LINES);
    assertThat(model.lines().getLast().text()).isEqualTo("line " + (LogBuffer.MOST_LINES + 9));
  }

  @Test
  void a_node_has_no_log() {
    model.show(new Subject.Nothing());
    model.open();
    assertThat(asked).isEmpty();
    assertThat(model.containers()).isEmpty();
  }
}
