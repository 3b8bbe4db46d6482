package org.lazaretto.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lazaretto.journal.ChainReading;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.Verification.Problem;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.Gallery;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class JournalPaneTest {
  private static final String FREEZE = "1f".repeat(32);
  private static final String PLAN = "2c".repeat(32);

  private final List<String> asked = new ArrayList<>();
  private final FakeDossier dossier =
      new FakeDossier(
          Told.begun()
              .marks()
              .freezes(FREEZE)
              .line(new Entry.Note("Told the platform team; they keep away from the namespace."))
              .approves("cordon", PLAN, 1)
              .cordons(PLAN)
              .runEnds("cordon", PLAN, "done")
              .intends(PLAN, "S-002", "evict-pod", Told.PAYMENTS.object(), "Evict shop/orders-b4x1")
              .ends(PLAN, "S-002", Told.PAYMENTS.object(), "unknown", "the connection was reset"));
  private Gallery gallery;
  private Optional<JournalPane> pane = Optional.empty();

  private final class Host implements JournalHost {
    @Override
    public void showReport() {
      asked.add("report");
    }

    @Override
    public void showVerification() {
      asked.add("verification");
    }

    @Override
    public void showFolder(Path what) {
      asked.add("folder " + what);
    }

    @Override
    public boolean selects() {
      return true;
    }

    @Override
    public void select(ObjectRef object) {
      asked.add("select " + object.spoken());
    }

    @Override
    public void grew() {
      asked.add("grew");
      pane.ifPresent(JournalPane::grew);
    }
  }

  @BeforeEach
  void begin() throws Exception {
    gallery = new Gallery();
  }

  @AfterEach
  void end() throws Exception {
    gallery.hand.act(() -> pane.ifPresent(JournalPane::close));
    gallery.close();
  }

  private void show(int width, int height) throws Exception {
    gallery.show(
        () -> {
          pane = Optional.of(new JournalPane(dossier, gallery.background(), new Host()));
          return pane.orElseThrow().view();
        },
        width,
        height);
    gallery.hand.until("the chain is checked", () -> rows().getItems().size() > 0);
  }

  @SuppressWarnings("unchecked")
  private TableView<JournalRow> rows() {
    return (TableView<JournalRow>) gallery.scene().getRoot().lookup("#rowTable");
  }

  @Test
  void the_pane_is_right_in_both_themes_and_both_sizes() throws Exception {
    show(1440, 170);
    gallery.hand.until("verified", () -> chain().equals("✓ chain verified"));
    assertThat(gallery.hang("journal-1440")).isEmpty();
    assertThat(gallery.hand.read("linesLabel")).isEqualTo("26 lines");
  }

  private String chain() {
    return ((javafx.scene.control.Button) gallery.scene().getRoot().lookup("#chainButton"))
        .getText();
  }

  @Test
  void a_narrow_pane_cuts_nothing_unexplained() throws Exception {
    dossier.reading =
        Optional.of(
            new ChainReading(21, "ab".repeat(32), 0, List.of(new Problem(7, "does not follow"))));
    show(1100, 150);
    gallery.hand.until("broken", () -> chain().startsWith("✕"));
    assertThat(gallery.hang("journal-1100")).isEmpty();
  }

  @Test
  void a_row_opens_into_all_its_lines() throws Exception {
    show(1440, 420);
    gallery.hand.act(() -> {
      rows().getSelectionModel().select(1);
      pane.orElseThrow().open(rows().getItems().get(1));
    });
    assertThat(gallery.hand.read("detailBox")).contains("line 21").contains("kubectl");
    assertThat(gallery.hang("journal-detail")).isEmpty();
  }

  @Test
  void evidence_is_hashed_again_where_it_is_shown() throws Exception {
    show(1440, 420);
    gallery.hand.act(() -> pane.orElseThrow().open(rows().getItems().get(4)));
    assertThat(gallery.hand.read("detailBox")).contains("EV-0001").contains("12 kB");
    assertThat(gallery.hang("journal-evidence")).isEmpty();
  }

  @Test
  void a_note_that_cannot_be_written_is_kept_and_says_why() throws Exception {
    show(1440, 260);
    dossier.trouble =
        Optional.of(
            new SessionException(
                SessionException.Kind.UNAVAILABLE,
                "The journal can no longer be written (No space left on device). Free space on the disk and open the case again."));
    gallery.hand.press("noteButton");
    gallery.hand.type("noteArea", "Called the owner.");
    gallery.hand.press("writeButton");
    gallery.hand.until(
        "the failure", () -> gallery.scene().getRoot().lookup("#failureBox").isVisible());
    assertThat(gallery.hand.read("failureBox"))
        .contains("No space left")
        .contains("LZ-UNAVAILABLE");
    assertThat(gallery.hang("journal-note")).isEmpty();
  }
}
