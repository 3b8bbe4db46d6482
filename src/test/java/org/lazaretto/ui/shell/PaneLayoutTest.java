package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.Gallery;

class PaneLayoutTest {
  private final Gallery gallery = new Gallery();
  private final StackPane right = gallery.hand.see(StackPane::new);
  private final SplitPane rows = gallery.hand.see(this::panes);
  private final PaneLayout layout =
      gallery.hand.see(
          () -> new PaneLayout(rows, (SplitPane) rows.getItems().getFirst(), PaneSizes.USUAL));

  PaneLayoutTest() throws Exception {}

  private SplitPane panes() {
    SplitPane columns = new SplitPane(new StackPane(), new StackPane(), right);
    SplitPane panes = new SplitPane(columns, new StackPane());
    panes.setOrientation(Orientation.VERTICAL);
    return panes;
  }

  @BeforeEach
  void the_panes_are_seen() throws Exception {
    gallery.show(() -> rows, 1440, 900);
    settled();
  }

  @AfterEach
  void the_wall_is_bare() throws Exception {
    gallery.close();
  }

  private void settled() throws Exception {
    gallery.hand.act(() -> rows.layout());
  }

  private double width() throws Exception {
    return gallery.hand.see(right::getWidth);
  }

  @Test
  void the_inspector_has_its_width_again_after_one_wizard_followed_another() throws Exception {
    double before = width();
    gallery.hand.act(() -> layout.drawer(true));
    settled();
    assertThat(width()).isGreaterThan(before + 100);
    gallery.hand.act(() -> {
      layout.drawer(false);
      layout.drawer(true);
    });
    settled();
    gallery.hand.act(() -> layout.drawer(false));
    settled();
    assertThat(width()).isEqualTo(before);
  }

  @Test
  void the_inspector_has_its_width_though_the_window_shrinks_while_a_wizard_closes()
      throws Exception {
    double before = width();
    gallery.hand.act(() -> layout.drawer(true));
    settled();
    gallery.hand.act(() -> {
      layout.drawer(false);
      gallery.scene().getWindow().setWidth(1100);
    });
    gallery.hand.until("its own width", () -> right.getWidth() == before);
    gallery.hand.act(() -> {
      layout.drawer(true);
      gallery.scene().getWindow().setWidth(1300);
    });
    gallery.hand.until("a wizard's width", () -> right.getWidth() > before + 100);
    gallery.hand.act(() -> layout.drawer(false));
    gallery.hand.until("its own width again", () -> right.getWidth() == before);
  }

  @Test
  void panes_that_nobody_moved_are_kept_as_they_were() throws Exception {
    assertThat(gallery.hand.see(() -> layout.sizes())).isEqualTo(PaneSizes.USUAL);
  }
}
