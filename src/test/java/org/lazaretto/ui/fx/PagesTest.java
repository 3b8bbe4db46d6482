package org.lazaretto.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javafx.scene.Parent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.Gallery;

class PagesTest {
  private final Gallery gallery;

  PagesTest() throws InterruptedException {
    this.gallery = new Gallery();
  }

  @AfterEach
  void the_page_is_taken_down() throws Exception {
    gallery.close();
  }

  @Test
  void a_page_is_rehearsed_without_its_controller_and_out_of_sight() throws Exception {
    int before = gallery.hand.see(() -> Window.getWindows().size());

    Parent unseen = Pages.unseen("wizard/choose");
    gallery.hand.act(() -> Pages.lay(unseen, List.of(Fonts.sheet())));

    assertThat(unseen.getBoundsInParent().getHeight()).isPositive();

    assertThat(gallery.hand.see(() -> Window.getWindows().size())).isEqualTo(before);
  }

  @Test
  void the_tables_of_a_rehearsed_page_make_their_cells() throws Exception {
    Parent unseen = Pages.unseen("journal/journal");
    gallery.hand.act(() -> {
      Pages.lay(unseen, List.of(Fonts.sheet()));
      Pages.fill(unseen);
    });

    assertThat(unseen.lookupAll(".table-cell")).isNotEmpty();
  }

  @Test
  void a_page_is_not_given_to_another_controller() {
    assertThatThrownBy(() -> gallery.hand.act(() -> Pages.load("wizard/choose", "nobody")))
        .hasStackTraceContaining("names another controller");
  }
}
