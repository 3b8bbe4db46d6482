package org.lazaretto.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.shell.NoticesViewModel.Shown;

/** The notices over the corner of the picture. */
final class NoticeStack {
  private static final int LONGEST = 600;

  private final NoticesViewModel model = new NoticesViewModel();
  private final VBox view = new VBox(8);

  /** Shows what is told at that desk. */
  NoticeStack(Desk desk) {
    view.setId("noticeList");
    view.getStyleClass().add("notice-list");
    view.setAlignment(Pos.BOTTOM_RIGHT);
    view.setPickOnBounds(false);
    view.setMaxSize(420, Region.USE_PREF_SIZE);
    view.hoverProperty().subscribe(_ -> hold());
    view.focusWithinProperty().subscribe(_ -> hold());
    model.shown().addListener((ListChangeListener<Shown>) _ -> draw());
    desk.notices().addListener((ListChangeListener<Notice>) _ -> take(desk));
    take(desk);
  }

  private void take(Desk desk) {
    if (!desk.notices().isEmpty()) {
      List<Notice> told = List.copyOf(desk.notices());
      desk.notices().clear();
      told.forEach(model::add);
    }
  }

  private void hold() {
    model.hold(view.isHover() || view.isFocusWithin());
  }

  private void draw() {
    List<Shown> all = model.shown();
    int from = Math.max(0, all.size() - NoticesViewModel.MOST);
    view.getChildren().clear();
    if (from > 0) {
      Label more = new Label(Texts.of("shell.notice.more", from));
      more.getStyleClass().addAll("notice", "muted");
      view.getChildren().add(more);
    }
    all.subList(from, all.size()).forEach(one -> view.getChildren().add(card(one)));
  }

  private Node card(Shown one) {
    Notice notice = one.notice();
    String tone = notice.tone().name().toLowerCase(Locale.ROOT);
    Label words = new Label(bounded(notice.text()));
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button dismiss = new Button();
    dismiss.setGraphic(new FontIcon("mdi2c-close"));
    dismiss.getStyleClass().add("icon-button");
    dismiss.setAccessibleText(Texts.of("shell.notice.dismiss"));
    dismiss.setOnAction(_ -> model.dismiss(one));
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
    return model.dismissNewest();
  }

  /** Puts the focus on the newest. */
  void focus() {
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
