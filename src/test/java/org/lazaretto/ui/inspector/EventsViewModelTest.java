package org.lazaretto.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Answers;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.Pod;
import org.lazaretto.observe.EventEntry;
import org.lazaretto.observe.ObjectDetails;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;
import org.lazaretto.ui.HeldWork;

class EventsViewModelTest {
  private static final String THREE =
      """
      {"items":[
       {"type":"Normal","reason":"Pulled","message":"a","lastTimestamp":"2026-11-21T09:00:00Z"},
       {"type":"Warning","reason":"BackOff","message":"b\\t\\u001b[2J","count":9,
        "lastTimestamp":"2026-11-21T08:00:00Z"},
       {"type":"Normal","reason":"Started","message":"c","count":2,
        "lastTimestamp":"2026-11-21T09:30:00Z"}]}
      """;

  private static EventsViewModel model(ClusterReads reads) {
    EventsViewModel model =
        new EventsViewModel(new ObjectDetails(reads), new HeldWork().background());
    model.show(pod("checkout-6f7d-1"));
    return model;
  }

  private static Subject pod(String name) {
    Pod pod = Clusters.shop().build().pod("shop", name).orElseThrow();
    return new Subject.OfPod(pod, List.of(), false, Optional.empty());
  }

  private static List<String> reasons(EventsViewModel model) {
    return model.rows().stream().map(EventEntry::reason).toList();
  }

  @Test
  void events_are_asked_for_when_they_are_opened_the_latest_first() {
    EventsViewModel model = model(Answers.raw(THREE));
    assertThat(model.answerProperty().get()).isEqualTo(new Answer.None<>());

    model.ask();
    assertThat(reasons(model)).containsExactly("Started", "Pulled", "BackOff");
  }

  @Test
  void the_order_is_chosen() {
    EventsViewModel model = model(Answers.raw(THREE));
    model.ask();
    model.orderProperty().set(EventsViewModel.Order.OLDEST);
    assertThat(reasons(model)).containsExactly("BackOff", "Pulled", "Started");
    model.orderProperty().set(EventsViewModel.Order.OFTEN);
    assertThat(reasons(model)).containsExactly("BackOff", "Started", "Pulled");
    model.orderProperty().set(EventsViewModel.Order.WARNINGS);
    assertThat(reasons(model)).containsExactly("BackOff", "Started", "Pulled");
  }

  @Test
  void another_object_forgets_the_events_of_the_first() {
    EventsViewModel model = model(Answers.raw(THREE));
    model.ask();
    model.show(pod("debug"));
    assertThat(model.rows()).isEmpty();
    assertThat(model.answerProperty().get()).isEqualTo(new Answer.None<>());
  }

  @Test
  void what_is_known_stays_when_the_tab_is_left() {
    EventsViewModel model = model(Answers.raw(THREE));
    model.ask();
    model.leave();
    assertThat(model.rows()).hasSize(3);
  }

  @Test
  void a_refusal_is_told_as_such() {
    EventsViewModel denied = model(Answers.failing(PortException.Kind.FORBIDDEN));
    denied.ask();
    assertThat(denied.answerProperty().get()).isEqualTo(new Answer.Denied<>("no"));

    EventsViewModel broken = model(Answers.raw("<html>"));
    broken.ask();
    assertThat(broken.answerProperty().get())
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.failure().code()).isEqualTo("LZ-SERVER_ERROR"));
  }

  @Test
  void copied_rows_cannot_break_a_table_or_a_terminal() {
    EventsViewModel model = model(Answers.raw(THREE));
    model.ask();
    assertThat(model.copyable().lines()).hasSize(3);
    assertThat(model.copyable())
        .contains("2026-11-21T08:00:00Z\tWarning\tBackOff\t9\t\tb\\u0009\\u001b[2J");
  }

  @Test
  void yaml_is_read_when_it_is_opened_and_forgotten_when_it_is_left() {
    YamlViewModel yaml =
        new YamlViewModel(
            new ObjectDetails(Answers.raw("kind: Pod\nnote: \u202eevil\n")),
            new HeldWork().background());
    yaml.show(pod("checkout-6f7d-1"));
    assertThat(yaml.lines()).isEmpty();

    yaml.ask();
    assertThat(yaml.lines())
        .extracting(TextLine::text)
        .containsExactly("kind: Pod", "note: \\u202eevil");
    assertThat(yaml.answerProperty().get().known()).contains("kind: Pod\nnote: \u202eevil\n");

    yaml.leave();
    assertThat(yaml.lines()).isEmpty();
  }
}
