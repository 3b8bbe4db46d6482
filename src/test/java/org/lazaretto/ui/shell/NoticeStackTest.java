package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.Gallery;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.walkthrough.Sight;

/** Notices in a small picture. */
class NoticeStackTest {
  private static final int HEIGHT = 270;

  private final Gallery gallery = new Gallery();
  private final ObservableList<Notice> told = FXCollections.observableArrayList();
  private final Button map = gallery.hand.see(() -> new Button("map"));
  private final NoticeStack notices;

  NoticeStackTest() throws Exception {
    StackPane room = gallery.hand.see(StackPane::new);
    notices = gallery.hand.see(() -> new NoticeStack(told, room, map::requestFocus));
    gallery.hand.act(() -> {
      StackPane.setAlignment(notices.view(), Pos.BOTTOM_RIGHT);
      room.getChildren().setAll(notices.view());
    });
    gallery.show(() -> new StackPane(map, room), 300, HEIGHT);
  }

  @BeforeEach
  void three_were_told() throws Exception {
    gallery.hand.act(() -> {
      map.requestFocus();
      told.add(Notice.warn("First. " + "It takes some lines. ".repeat(6)));
      told.add(Notice.warn("Second. " + "It takes some lines. ".repeat(6)));
      told.add(Notice.inform("Third."));
    });
  }

  @AfterEach
  void the_wall_is_bare() throws Exception {
    gallery.close();
  }

  private void escape() throws Exception {
    gallery.hand.act(() -> {
      Node owner = gallery.scene().getFocusOwner();
      owner.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
    });
  }

  private String text() {
    return Sight.of("noticeList").map(Sight::text).orElse("");
  }

  private double top() throws Exception {
    return gallery.hand.see(() -> {
      gallery.scene().getRoot().layout();
      return notices.view().localToScene(0, 0).getY();
    });
  }

  @Test
  void as_many_are_shown_as_have_room_and_the_oldest_are_counted() throws Exception {
    assertThat(text()).contains("Third.").contains("1 older").doesNotContain("First.");
    assertThat(top()).as("nothing above the picture is covered").isNotNegative();
  }

  @Test
  void one_that_is_longer_than_the_room_gives_way() throws Exception {
    gallery.hand.act(() -> told.add(Notice.warn("It takes many lines. ".repeat(28))));
    assertThat(top()).as("nothing above the picture is covered").isNotNegative();
  }

  @Test
  void escape_dismisses_the_one_in_the_focus_and_the_focus_goes_back_after_the_last()
      throws Exception {
    gallery.hand.act(notices::focus);
    escape();
    assertThat(text()).doesNotContain("Third.").contains("Second.");
    escape();
    assertThat(text()).contains("First.");
    escape();
    assertThat(text()).isEmpty();
    assertThat(gallery.hand.see(() -> gallery.scene().getFocusOwner())).isSameAs(map);
  }

  @Test
  void dismissing_the_newest_by_its_key_passes_the_focus_as_escape_does() throws Exception {
    gallery.hand.act(() -> {
      notices.focus();
      notices.dismissNewest();
    });
    assertThat(gallery.hand.see(() -> notices.view().isFocusWithin())).isTrue();
    gallery.hand.act(() -> {
      notices.dismissNewest();
      notices.dismissNewest();
    });
    assertThat(gallery.hand.see(map::isFocused)).isTrue();
  }
}
