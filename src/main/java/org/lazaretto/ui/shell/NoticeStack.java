package org.lazaretto.ui.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.InSight;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.shell.NoticesViewModel.Shown;

/**
 * The notices over the corner of the picture, as many as have room there: the oldest are only
 * counted. Escape dismisses the one that has the focus.
 */
final class NoticeStack {
  private static final int LONGEST = 600;
  private static final double WIDEST = 420;

  private final NoticesViewModel model = new NoticesViewModel();
  private final VBox view = new VBox(8);
  private final Label more = new Label();
  private final Map<Shown, Node> cards = new HashMap<>();
  private final Region room;
  private final Runnable focusElsewhere;
  private Optional<Node> before = Optional.empty();

  /**
   * Shows what is told.
   *
   * @param told emptied as it is taken
   * @param room what the notices lie in, and never leave
   * @param focusElsewhere finds a place for the focus when the last notice that had it is gone
   */
  NoticeStack(ObservableList<Notice> told, Region room, Runnable focusElsewhere) {
    this.room = room;
    this.focusElsewhere = focusElsewhere;
    view.setId("noticeList");
    view.getStyleClass().add("notice-list");
    view.setAlignment(Pos.BOTTOM_RIGHT);
    view.setPickOnBounds(false);
    view.setMaxSize(WIDEST, Region.USE_PREF_SIZE);
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::dismissOnEscape);
    more.getStyleClass().addAll("notice", "muted");
    view.hoverProperty().subscribe(_ -> hold());
    view.focusWithinProperty().subscribe(_ -> hold());
    room.layoutBoundsProperty().subscribe(_ -> draw());
    model.shown().addListener((ListChangeListener<Shown>) _ -> draw());
    told.addListener((ListChangeListener<Notice>) _ -> take(told));
    take(told);
  }

  private void take(ObservableList<Notice> told) {
    if (!told.isEmpty()) {
      List<Notice> taken = List.copyOf(told);
      told.clear();
      taken.forEach(model::add);
    }
  }

  private void hold() {
    model.hold(view.isHover() || view.isFocusWithin());
  }

  private void draw() {
    List<Shown> all = model.shown();
    cards.keySet().retainAll(all);
    int from = Math.max(0, all.size() - NoticesViewModel.MOST);
    put(all, from);
    while (from < all.size() - 1 && !fits()) {
      from++;
      put(all, from);
    }
  }

  /** What stays keeps its place in the scene, and with it the focus. */
  private void put(List<Shown> all, int from) {
    List<Node> wanted = new ArrayList<>();
    if (from > 0) {
      more.setText(Texts.of("shell.notice.more", from));
      wanted.add(more);
    }
    all.subList(from, all.size())
        .forEach(one -> wanted.add(cards.computeIfAbsent(one, this::card)));
    List<Node> children = view.getChildren();
    children.retainAll(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      if (i >= children.size() || !children.get(i).equals(wanted.get(i))) {
        children.add(i, wanted.get(i));
      }
    }
  }

  private boolean fits() {
    view.applyCss();
    double width = Math.min(WIDEST, room.getWidth());
    return room.getHeight() <= 0 || view.prefHeight(width) <= room.getHeight();
  }

  private void dismissOnEscape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      model.shown().stream()
          .filter(
              one -> Optional.ofNullable(cards.get(one)).filter(Node::isFocusWithin).isPresent())
          .findFirst()
          .ifPresent(this::dismiss);
    }
  }

  private void dismiss(Shown one) {
    boolean focused = view.isFocusWithin();
    model.dismiss(one);
    passFocus(focused);
  }

  /** The focus goes to the next notice, or back to where it was before. */
  private void passFocus(boolean focused) {
    if (focused && !model.shown().isEmpty()) {
      focusNewest();
    } else if (focused) {
      before.filter(InSight::of).ifPresentOrElse(Node::requestFocus, focusElsewhere);
      before = Optional.empty();
    }
  }

  private Node card(Shown one) {
    Notice notice = one.notice();
    String tone = notice.tone().name().toLowerCase(Locale.ROOT);
    Label words = new Label(bounded(notice.text()));
    words.setWrapText(true);
    words.setTooltip(new Tooltip(words.getText()));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button dismiss = new Button();
    dismiss.setGraphic(new FontIcon("mdi2c-close"));
    dismiss.getStyleClass().add("icon-button");
    dismiss.setAccessibleText(Texts.of("shell.notice.dismiss"));
    dismiss.setOnAction(_ -> dismiss(one));
    HBox line = new HBox(8, new FontIcon(icon(notice.tone())), words, dismiss);
    line.setAlignment(Pos.TOP_LEFT);
    VBox card = new VBox(8, line);
    if (!notice.details().isEmpty()) {
      Button copy = new Button(Texts.of("shell.notice.copy"));
      copy.setOnAction(_ -> Clip.copy(notice.details()));
      card.getChildren().add(copy);
    }
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setAccessibleText(Texts.of("shell.notice.tone." + tone) + ": " + notice.text());
    card.getStyleClass().addAll("notice", "notice-" + tone);
    return card;
  }

  /** Texts may carry names that an intruder chose, or a hundred reasons. */
  private static String bounded(String text) {
    String visible =
        text.lines().map(HostileText::visible).collect(java.util.stream.Collectors.joining("\n"));
    return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "…";
  }

  private static String icon(Notice.Tone tone) {
    return switch (tone) {
      case INFORM -> "mdi2i-information-outline";
      case DONE -> "mdi2c-check-circle-outline";
      case WARN -> "mdi2a-alert-outline";
      case FAILED -> "mdi2a-alert-circle-outline";
    };
  }

  /** A second has passed. */
  void tick() {
    model.tick();
  }

  /** Takes away the newest; false if there is none. */
  boolean dismissNewest() {
    boolean focused = view.isFocusWithin();
    boolean done = model.dismissNewest();
    passFocus(focused);
    return done;
  }

  /** Puts the focus on the newest. */
  void focus() {
    if (!view.isFocusWithin()) {
      before = Optional.ofNullable(view.getScene()).map(Scene::getFocusOwner);
    }
    focusNewest();
  }

  private void focusNewest() {
    if (!view.getChildren().isEmpty()) {
      view.getChildren().getLast().lookupAll(".button").stream()
          .findFirst()
          .ifPresent(Node::requestFocus);
    }
  }

  Node view() {
    return view;
  }
}
