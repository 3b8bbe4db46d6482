package org.lazaretto.ui.shell;

import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.plan.order.Answer.Reply;
import org.lazaretto.plan.order.NamedOrder;
import org.lazaretto.plan.order.Proposal;
import org.lazaretto.plan.order.Question;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** The order of the wizards: four questions, four orders with their price, one choice. */
final class OrderSheet implements Page {
  private final Desk desk;
  private final OrderViewModel model;
  private final Runnable leave;
  private final Parent view;
  private final OrderRows rows;
  private final Subscription listening;
  private boolean open = true;
  @FXML private GridPane questionGrid;
  @FXML private Label unmarkedLabel;
  @FXML private Label earlierLabel;
  @FXML private Label proposedLabel;
  @FXML private ScrollPane orderScroll;
  @FXML private VBox orderBox;
  @FXML private Label resultLabel;
  @FXML private TextField reasonField;
  @FXML private Button againButton;
  @FXML private Button copyButton;
  @FXML private Button chooseButton;
  @FXML private Button closeButton;

  /**
   * Asks at once.
   *
   * @param leave takes the sheet away
   */
  OrderSheet(Desk desk, Runnable leave) {
    this.desk = desk;
    this.leave = leave;
    Optional<JournalLine> before = OrderWords.lastChoice(desk.recordProperty().get().lines());
    this.model =
        new OrderViewModel(
            advice(desk),
            desk.background(),
            before.flatMap(OrderWords::chosenOrder),
            before.map(OrderWords::given).orElse(Map.of()));
    this.view = Pages.load("shell/order", this);
    this.rows = new OrderRows(model, questionGrid, orderScroll, orderBox, this::showChoice);
    before.ifPresent(line -> earlierLabel.setText(OrderWords.earlier(line)));
    orderScroll.prefViewportHeightProperty().bind(orderBox.heightProperty());
    show(earlierLabel, before.isPresent());
    earlierLabel.setMinHeight(Region.USE_PREF_SIZE);
    unmarkedLabel.setMinHeight(Region.USE_PREF_SIZE);
    proposedLabel.setMinHeight(Region.USE_PREF_SIZE);
    resultLabel.setMinHeight(Region.USE_PREF_SIZE);
    againButton.setOnAction(_ -> model.ask());
    copyButton.setOnAction(_ -> Clip.copy(String.join("\n", model.copyable())));
    chooseButton.setOnAction(_ -> model.choose(reasonField.getText(), this::chosen));
    closeButton.setOnAction(_ -> leave.run());
    this.listening = model.stateProperty().subscribe(this::show);
    model.ask();
  }

  private static OrderViewModel.Advice advice(Desk desk) {
    return new OrderViewModel.Advice() {
      @Override
      public Proposal orders(Map<Question, Reply> given) {
        return desk.incident().orders(given);
      }

      @Override
      public void choose(Proposal shown, NamedOrder chosen, String reason) throws SessionException {
        desk.incident().choose(shown, chosen, reason);
      }
    };
  }

  private void show(OrderViewModel.State state) {
    chooseButton.setDisable(state instanceof OrderViewModel.Choosing || model.proposal().isEmpty());
    copyButton.setDisable(model.proposal().isEmpty());
    Optional<Failure> failure =
        switch (state) {
          case OrderViewModel.Asking _, OrderViewModel.Shown _, OrderViewModel.Choosing _ ->
              Optional.empty();
          case OrderViewModel.Failed(var why) -> Optional.of(why);
          case OrderViewModel.NotChosen(_, var why) -> Optional.of(why);
        };
    resultLabel.setText(failure.map(why -> "✕ " + why.code() + ": " + why.words()).orElse(""));
    show(resultLabel, failure.isPresent());
    // A failure after the sheet was closed has nowhere else to be seen.
    failure.filter(_ -> !open).ifPresent(why -> desk.tell(Notice.of(why)));
    model.proposal().ifPresentOrElse(this::show, () -> proposedLabel.setText(words(state)));
  }

  private static String words(OrderViewModel.State state) {
    return state instanceof OrderViewModel.Asking ? Texts.of("shell.order.asking") : "";
  }

  private void show(Proposal proposal) {
    show(unmarkedLabel, desk.suspects().isEmpty());
    proposedLabel.setText(OrderWords.proposed(proposal));
    boolean first = orderBox.getChildren().isEmpty();
    rows.show(proposal);
    showChoice();
    if (first && reasonField.isFocused() && reasonField.getText().isEmpty()) {
      // Where one order is taken for another by an arrow key; Tab leads to the reason.
      rows.focus();
    }
  }

  private void showChoice() {
    chooseButton.setText(
        model
            .selected()
            .map(order ->
                Texts.of(
                    model.earlier().filter(order::equals).isPresent()
                        ? "shell.order.choose.again"
                        : "shell.order.choose",
                    OrderWords.name(order)))
            .orElse(Texts.of("shell.order.choose.none")));
  }

  private void chosen(NamedOrder order) {
    desk.journalChanged();
    desk.tell(Notice.done(Texts.of("shell.order.chosen", OrderWords.name(order))));
    if (open) {
      leave.run();
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @Override
  public Parent view() {
    return view;
  }

  /** Goes on to hear of a choice that is still being journalled. */
  @Override
  public void close() {
    open = false;
    model.close();
    if (!(model.stateProperty().get() instanceof OrderViewModel.Choosing)) {
      listening.unsubscribe();
    }
  }
}
