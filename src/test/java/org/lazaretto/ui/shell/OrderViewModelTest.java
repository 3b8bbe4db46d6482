package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.plan.order.Answer;
import org.lazaretto.plan.order.Answer.Reply;
import org.lazaretto.plan.order.NamedOrder;
import org.lazaretto.plan.order.Offer;
import org.lazaretto.plan.order.Proposal;
import org.lazaretto.plan.order.Question;
import org.lazaretto.plan.order.Stage;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.HeldWork;

class OrderViewModelTest {
  private final FakeAdvice advice = new FakeAdvice();
  private final HeldWork work = new HeldWork();
  private final OrderViewModel model =
      new OrderViewModel(advice, work.background(), Optional.empty(), Map.of());
  private final List<NamedOrder> journalled = new ArrayList<>();

  @Test
  void what_is_selected_follows_the_proposal_until_another_is_selected() {
    model.ask();
    assertThat(model.selected()).contains(NamedOrder.QUIET);
    model.answer(Question.HARM, Reply.YES);
    assertThat(model.selected()).contains(NamedOrder.STOP_THE_HARM);
    model.pick(NamedOrder.API_ONLY);
    model.takeBack(Question.HARM);
    assertThat(model.proposal().map(Proposal::proposed)).contains(NamedOrder.QUIET);
    assertThat(model.selected()).contains(NamedOrder.API_ONLY);
  }

  @Test
  void an_answer_given_while_another_is_computed_is_the_one_that_counts() {
    work.hold();
    model.answer(Question.HARM, Reply.YES);
    model.answer(Question.HARM, Reply.NO);
    work.release();
    assertThat(model.proposal().map(Proposal::proposed)).contains(NamedOrder.QUIET);
  }

  @Test
  void a_choice_is_journalled_once_with_what_was_shown_and_the_reason() {
    model.answer(Question.HARM, Reply.YES);
    work.hold();
    model.choose("  it sends data out ", journalled::add);
    model.choose("twice", journalled::add);
    model.close();
    work.release();
    assertThat(advice.chosen).containsExactly("STOP_THE_HARM of STOP_THE_HARM: it sends data out");
    assertThat(journalled).containsExactly(NamedOrder.STOP_THE_HARM);
  }

  @Test
  void a_choice_that_could_not_be_journalled_can_be_tried_again() {
    advice.trouble =
        Optional.of(new SessionException(SessionException.Kind.UNAVAILABLE, "the disk is full"));
    model.ask();
    model.choose("", journalled::add);
    assertThat(model.stateProperty().get())
        .isInstanceOfSatisfying(
            OrderViewModel.NotChosen.class,
            not -> assertThat(not.failure().words()).isEqualTo("the disk is full"));
    assertThat(journalled).isEmpty();
    advice.trouble = Optional.empty();
    model.choose("", journalled::add);
    assertThat(journalled).containsExactly(NamedOrder.QUIET);
  }

  @Test
  void earlier_answers_count_again_until_they_are_taken_back() {
    OrderViewModel again =
        new OrderViewModel(
            advice,
            work.background(),
            Optional.of(NamedOrder.QUIET),
            Map.of(Question.HARM, Reply.YES));
    again.ask();
    assertThat(again.proposal().map(Proposal::proposed)).contains(NamedOrder.STOP_THE_HARM);
    again.takeBack(Question.HARM);
    assertThat(again.proposal().map(Proposal::proposed)).contains(NamedOrder.QUIET);
  }

  @Test
  void an_earlier_choice_is_selected_until_another_one_is() {
    OrderViewModel again =
        new OrderViewModel(
            advice, work.background(), Optional.of(NamedOrder.RACE_THE_CLOCK), Map.of());
    again.ask();
    assertThat(again.selected()).contains(NamedOrder.RACE_THE_CLOCK);
    assertThat(again.earlier()).contains(NamedOrder.RACE_THE_CLOCK);
    again.answer(Question.HARM, Reply.YES);
    assertThat(again.selected()).contains(NamedOrder.RACE_THE_CLOCK);
    again.pick(NamedOrder.QUIET);
    again.choose("", journalled::add);
    assertThat(again.earlier()).contains(NamedOrder.QUIET);
  }

  @Test
  void nothing_is_chosen_before_there_is_a_proposal() {
    model.choose("", journalled::add);
    assertThat(advice.chosen).isEmpty();
    assertThat(model.copyable()).isEmpty();
  }

  @Test
  void everything_that_is_shown_can_be_copied_with_hostile_names_made_visible() {
    advice.because = "node a\u202Eb";
    model.ask();
    assertThat(model.copyable())
        .anySatisfy(line -> assertThat(line).contains("Is harm going on now?", "a\\u202eb"))
        .anySatisfy(line -> assertThat(line).startsWith("Proposed: Quiet."))
        .contains("  Price: it costs time", "  Price: nothing that can be told from here.")
        .contains("  Skipped, as the host is suspected: isolate the pod and its services");
  }

  /** Proposes to stop the harm if there is some. */
  private static final class FakeAdvice implements OrderViewModel.Advice {
    private final List<String> chosen = new ArrayList<>();
    private Optional<SessionException> trouble = Optional.empty();
    private String because = "nothing seen";

    @Override
    public Proposal orders(Map<Question, Reply> given) {
      Reply harm = given.getOrDefault(Question.HARM, Reply.UNKNOWN);
      return new Proposal(
          List.of(new Answer(Question.HARM, harm, because, given.containsKey(Question.HARM))),
          harm == Reply.YES ? NamedOrder.STOP_THE_HARM : NamedOrder.QUIET,
          "so it is",
          Arrays.stream(NamedOrder.values()).map(FakeAdvice::offer).toList());
    }

    private static Offer offer(NamedOrder order) {
      return order == NamedOrder.API_ONLY
          ? new Offer(order, List.of(Stage.FREEZE), List.of(), List.of())
          : new Offer(
              order, List.of(Stage.FREEZE), List.of(Stage.ISOLATE_POD), List.of("it costs time"));
    }

    @Override
    public void choose(Proposal shown, NamedOrder order, String reason) throws SessionException {
      if (trouble.isPresent()) {
        throw trouble.get();
      }
      chosen.add(order + " of " + shown.proposed() + ": " + reason);
    }
  }
}
