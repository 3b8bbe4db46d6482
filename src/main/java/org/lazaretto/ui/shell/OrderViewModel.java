package org.lazaretto.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lazaretto.plan.order.Answer.Reply;
import org.lazaretto.plan.order.NamedOrder;
import org.lazaretto.plan.order.Proposal;
import org.lazaretto.plan.order.Question;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;

/**
 * Which order the wizards may come in. A responder's own answer changes the proposal; what is
 * selected is what was chosen before; else it follows the proposal until the responder selects
 * another one.
 */
final class OrderViewModel implements AutoCloseable {
  private final Advice advice;
  private final Background background;
  private final Map<Question, Reply> given = new EnumMap<>(Question.class);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Asking());
  private Optional<NamedOrder> picked;
  private Optional<NamedOrder> earlier;
  private Optional<Background.Running> asking = Optional.empty();

  /** Who proposes orders and journals the choice. */
  interface Advice {
    /** The four orders, with the responder's answers before those from the live state. */
    Proposal orders(Map<Question, Reply> given);

    /** Journals a choice among those that were shown. */
    void choose(Proposal shown, NamedOrder chosen, String reason) throws SessionException;
  }

  /** How the proposal stands. */
  sealed interface State {}

  /** It is being computed. */
  record Asking() implements State {}

  /** It could not be computed. */
  record Failed(Failure failure) implements State {}

  /** It is there. */
  record Shown(Proposal proposal) implements State {}

  /** The choice is being journalled. */
  record Choosing(Proposal proposal) implements State {}

  /** The choice could not be journalled; it can be tried again. */
  record NotChosen(Proposal proposal, Failure failure) implements State {}

  /**
   * A model that has not asked yet.
   *
   * @param earlier the order that the journal has, which is selected until another one is
   * @param answers the responder's own answers at that choice
   */
  OrderViewModel(
      Advice advice,
      Background background,
      Optional<NamedOrder> earlier,
      Map<Question, Reply> answers) {
    this.given.putAll(answers);
    this.earlier = earlier;
    this.picked = earlier;
    this.advice = advice;
    this.background = background;
  }

  /** How it stands. */
  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Has the orders computed from what is seen now. */
  void ask() {
    close();
    Map<Question, Reply> answers = new EnumMap<>(given);
    asking =
        Optional.of(
            background.run(
                () -> advice.orders(answers),
                proposal -> state.set(new Shown(proposal)),
                failure -> state.set(new Failed(failure))));
  }

  /** The responder answers a question. */
  void answer(Question question, Reply reply) {
    given.put(question, reply);
    ask();
  }

  /** The responder takes an answer back: that of the live state counts again. */
  void takeBack(Question question) {
    given.remove(question);
    ask();
  }

  /** The responder selects an order, whatever is proposed. */
  void pick(NamedOrder order) {
    picked = Optional.of(order);
  }

  /** The order that the journal has. */
  Optional<NamedOrder> earlier() {
    return earlier;
  }

  /** What is selected, while there is a proposal. */
  Optional<NamedOrder> selected() {
    return proposal().map(proposal -> picked.orElse(proposal.proposed()));
  }

  /** The proposal, if there is one. */
  Optional<Proposal> proposal() {
    return switch (state.get()) {
      case Asking _, Failed _ -> Optional.empty();
      case Shown(var proposal) -> Optional.of(proposal);
      case Choosing(var proposal) -> Optional.of(proposal);
      case NotChosen(var proposal, _) -> Optional.of(proposal);
    };
  }

  /**
   * Journals what is selected. Goes on when the model is closed: the choice was made.
   *
   * @param done hears which order is in the journal now
   */
  void choose(String reason, Consumer<NamedOrder> done) {
    if (state.get() instanceof Choosing) {
      return;
    }
    Optional<Proposal> shown = proposal();
    Optional<NamedOrder> order = selected();
    if (shown.isEmpty() || order.isEmpty()) {
      return;
    }
    close();
    Proposal proposal = shown.get();
    state.set(new Choosing(proposal));
    background.run(
        () -> {
          advice.choose(proposal, order.get(), reason.strip());
          return order.get();
        },
        chosen -> {
          earlier = Optional.of(chosen);
          state.set(new Shown(proposal));
          done.accept(chosen);
        },
        failure -> state.set(new NotChosen(proposal, failure)));
  }

  /** All of the proposal as text to copy. */
  List<String> copyable() {
    return proposal().map(OrderWords::lines).orElse(List.of());
  }

  @Override
  public void close() {
    asking.ifPresent(Background.Running::cancel);
    asking = Optional.empty();
  }
}
