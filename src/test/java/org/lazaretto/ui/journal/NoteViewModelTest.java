package org.lazaretto.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.HeldWork;

class NoteViewModelTest {
  private final HeldWork work = new HeldWork();
  private final FakeDossier dossier = new FakeDossier(Told.begun());
  private final AtomicInteger told = new AtomicInteger();
  private final NoteViewModel note =
      new NoteViewModel(dossier, work.background(), told::incrementAndGet);

  @Test
  void a_note_that_is_on_disk_is_closed_and_told() {
    note.begin();
    note.textProperty().set("Called the owner.");
    note.write();

    assertThat(dossier.notes()).containsExactly("Called the owner.");
    assertThat(note.openProperty().get()).isFalse();
    assertThat(note.textProperty().get()).isEmpty();
    assertThat(told).hasValue(1);
  }

  @Test
  void a_note_that_a_full_disk_refuses_stays_with_what_was_typed() {
    dossier.trouble =
        Optional.of(
            new SessionException(
                SessionException.Kind.UNAVAILABLE, "No space left on device. Free space."));
    note.begin();
    note.textProperty().set("Called the owner.");
    note.write();

    assertThat(note.failureProperty().get().orElseThrow().words()).contains("No space left");
    assertThat(note.textProperty().get()).isEqualTo("Called the owner.");
    assertThat(note.openProperty().get()).isTrue();
    assertThat(note.writes()).isTrue();
    assertThat(told).hasValue(0);
  }

  @Test
  void it_is_written_once_however_often_it_is_asked_for() {
    work.hold();
    note.begin();
    note.textProperty().set("once");
    note.write();
    note.write();
    assertThat(note.busyProperty().get()).isTrue();
    while (work.next()) {
      assertThat(work.waiting()).isZero();
    }
    assertThat(dossier.notes()).containsExactly("once");
  }

  @Test
  void an_empty_note_is_not_written_and_a_left_one_keeps_its_text() {
    note.begin();
    note.textProperty().set("  \n");
    note.write();
    assertThat(dossier.notes()).isEmpty();

    note.textProperty().set("half a thought");
    note.leave();
    assertThat(note.openProperty().get()).isFalse();
    note.begin();
    assertThat(note.textProperty().get()).isEqualTo("half a thought");
  }

  @Test
  void what_is_longer_than_a_note_may_be_is_cut_where_it_is_typed() {
    note.textProperty().set("x".repeat(NoteViewModel.LONGEST + 5));
    assertThat(note.textProperty().get()).hasSize(NoteViewModel.LONGEST);
  }

  @Test
  void a_case_that_is_only_read_opens_no_note() {
    dossier.writable = false;
    note.begin();
    assertThat(note.openProperty().get()).isFalse();
  }
}
