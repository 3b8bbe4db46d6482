package org.lazaretto.ui.journal;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.lazaretto.session.Dossier;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;

/** A note that is being written. What was typed is kept until it is on disk. */
public final class NoteViewModel {
  /** Longer texts belong into a file beside the case. */
  static final int LONGEST = 10_000;

  private final Dossier dossier;
  private final Background background;
  private final Runnable written;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Failure>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** Writes to that case and says each time that it did. */
  public NoteViewModel(Dossier dossier, Background background, Runnable written) {
    this.dossier = dossier;
    this.background = background;
    this.written = written;
    text.subscribe(now -> {
      if (now.length() > LONGEST) {
        text.set(now.substring(0, LONGEST));
      }
    });
  }

  /** Begins a note, or goes on with the one that was begun. */
  public void begin() {
    open.set(dossier.writable());
  }

  /** Puts the note aside; its text stays. */
  public void leave() {
    open.set(false);
    failure.set(Optional.empty());
  }

  /** Whether there is something to be written. */
  public boolean writes() {
    return !busy.get() && !text.get().isBlank();
  }

  /** Writes the note, and closes it when it is on disk. */
  public void write() {
    if (!writes()) {
      return;
    }
    String wanted = text.get();
    busy.set(true);
    failure.set(Optional.empty());
    background.run(
        () -> {
          dossier.note(wanted);
          return wanted;
        },
        this::done,
        why -> {
          busy.set(false);
          failure.set(Optional.of(why));
        });
  }

  private void done(String note) {
    busy.set(false);
    if (text.get().equals(note)) {
      text.set("");
      open.set(false);
    }
    written.run();
  }

  /** What was typed. */
  public StringProperty textProperty() {
    return text;
  }

  /** Whether the note is open. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Whether it is being written. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Why it could not be written. */
  public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
