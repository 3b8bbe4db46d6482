package org.lazaretto.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.lazaretto.plan.order.Answer;
import org.lazaretto.plan.order.Answer.Reply;
import org.lazaretto.plan.order.NamedOrder;
import org.lazaretto.plan.order.Offer;
import org.lazaretto.plan.order.Proposal;
import org.lazaretto.plan.order.Question;
import org.lazaretto.ui.fx.Texts;

/** The rows of questions and orders; each is made once, so that the focus stays where it is. */
final class OrderRows {
  private final OrderViewModel model;
  private final GridPane questionGrid;
  private final ScrollPane orderScroll;
  private final VBox orderBox;
  private final Runnable picked;
  private final ToggleGroup one = new ToggleGroup();
  private final Map<Question, Asked> questions = new EnumMap<>(Question.class);
  private final Map<NamedOrder, Card> orders = new EnumMap<>(NamedOrder.class);
  private boolean showing;

  /**
   * Rows in these places.
   *
   * @param picked hears that the responder selected an order
   */
  OrderRows(
      OrderViewModel model,
      GridPane questionGrid,
      ScrollPane orderScroll,
      VBox orderBox,
      Runnable picked) {
    this.orderScroll = orderScroll;
    this.model = model;
    this.questionGrid = questionGrid;
    this.orderBox = orderBox;
    this.picked = picked;
  }

  void show(Proposal proposal) {
    showing = true;
    proposal
        .answers()
        .forEach(answer -> questions.computeIfAbsent(answer.question(), Asked::new).show(answer));
    proposal
        .offers()
        .forEach(offer ->
            orders
                .computeIfAbsent(offer.order(), Card::new)
                .show(offer, offer.order() == proposal.proposed()));
    showing = false;
  }

  /** Gives the keys to the order that is selected. */
  void focus() {
    model.selected().map(orders::get).ifPresent(card -> card.radio.requestFocus());
  }

  /** Whoever goes by keys sees where the focus is. */
  private void reveal(Region card) {
    double shown = orderScroll.getViewportBounds().getHeight();
    double beyond = orderBox.getHeight() - shown;
    double top = orderScroll.getVvalue() * beyond;
    double from = card.getBoundsInParent().getMinY();
    double to = card.getBoundsInParent().getMaxY();
    if (beyond > 0 && (from < top || to > top + shown)) {
      orderScroll.setVvalue(Math.clamp(from / beyond, 0, 1));
    }
  }

  private static Label wrapping(String... styles) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** One question with its answer. */
  private final class Asked {
    private final ChoiceBox<Reply> choice = new ChoiceBox<>();
    private final Label source = wrapping("muted");
    private final Hyperlink back = new Hyperlink(Texts.of("shell.order.back"));

    Asked(Question question) {
      Label asked = new Label(question.asked());
      asked.setMinWidth(Region.USE_PREF_SIZE);
      asked.setLabelFor(choice);
      choice.setId("answer-" + question.word());
      choice.setAccessibleText(question.asked());
      choice.getItems().setAll(Reply.values());
      choice.setConverter(new Spoken());
      choice.setMinWidth(112);
      choice
          .valueProperty()
          .subscribe(reply -> {
            if (reply != null && !showing) {
              model.answer(question, reply);
            }
          });
      back.setMinWidth(Region.USE_PREF_SIZE);
      back.setOnAction(_ -> {
        choice.requestFocus();
        model.takeBack(question);
      });
      HBox origin = new HBox(8, source, back);
      origin.setAlignment(Pos.CENTER_LEFT);
      questionGrid.addRow(questions.size(), asked, choice, origin);
    }

    void show(Answer answer) {
      choice.setValue(answer.reply());
      source.setText(OrderWords.source(answer));
      back.setVisible(answer.given());
      back.setManaged(answer.given());
    }
  }

  /** One order with its stages and its price. */
  private final class Card {
    private final RadioButton radio = new RadioButton();
    private final Label badge = new Label(Texts.of("shell.order.badge"));
    private final Label chosen = new Label(Texts.of("shell.order.badge.chosen"));
    private final Label stages = wrapping();
    private final Label price = wrapping("muted");

    Card(NamedOrder order) {
      radio.setId("order-" + order.word());
      radio.setText(OrderWords.name(order));
      radio.setToggleGroup(one);
      // Arrow keys select without an action.
      radio
          .selectedProperty()
          .subscribe(selected -> {
            if (selected && !showing) {
              model.pick(order);
              picked.run();
            }
          });
      badge.getStyleClass().add("order-badge");
      badge.setMinWidth(Region.USE_PREF_SIZE);
      badge.setTooltip(new Tooltip(Texts.of("shell.order.badge.why")));
      chosen.getStyleClass().addAll("order-badge", "order-badge-chosen");
      chosen.setMinWidth(Region.USE_PREF_SIZE);
      HBox title = new HBox(8, radio, badge, chosen);
      title.setAlignment(Pos.CENTER_LEFT);
      VBox card = new VBox(4, title, stages, price);
      card.getStyleClass().add("order-card");
      card.setOnMouseClicked(_ -> radio.fire());
      radio
          .focusedProperty()
          .subscribe(focused -> {
            // Nothing may move away under a mouse that is being pressed.
            if (focused && !card.isHover()) {
              reveal(card);
            }
          });
      orderBox.getChildren().add(card);
    }

    void show(Offer offer, boolean proposed) {
      radio.setSelected(model.selected().filter(offer.order()::equals).isPresent());
      badge.setVisible(proposed);
      badge.setManaged(proposed);
      boolean before = model.earlier().filter(offer.order()::equals).isPresent();
      chosen.setVisible(before);
      chosen.setManaged(before);
      stages.setText(OrderWords.stages(offer));
      price.setText(String.join("\n", OrderWords.price(offer)));
      radio.setAccessibleText(
          String.join(
              ". ",
              radio.getText(),
              proposed ? badge.getText() : "",
              before ? chosen.getText() : "",
              stages.getText()));
      radio.setAccessibleHelp(price.getText());
    }
  }

  private static final class Spoken extends StringConverter<Reply> {
    @Override
    public String toString(Reply reply) {
      return reply == null ? "" : OrderWords.reply(reply);
    }

    @Override
    public Reply fromString(String word) {
      return Reply.UNKNOWN;
    }
  }
}
