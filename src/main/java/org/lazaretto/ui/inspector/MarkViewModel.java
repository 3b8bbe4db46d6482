package org.lazaretto.ui.inspector;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.lazaretto.model.PodRef;

/**
 * Marks a pod as suspect, and takes the mark back, each with a reason in writing. What is asked is
 * about the pod that was shown when it was asked: looking at another one ends it. A reason to mark
 * it stands there already, to be taken or written over; one to take the mark back does not.
 */
final class MarkViewModel {
  private static final int LONGEST = 500;

  private final Deeds deeds;
  private final ReadOnlyObjectWrapper<Asking> asking = new ReadOnlyObjectWrapper<>(Asking.NOTHING);
  private final StringProperty reason = new SimpleStringProperty("");
  private final BooleanBinding ready =
      Bindings.createBooleanBinding(() -> !stripped().isEmpty(), reason);
  private Optional<Shown> shown = Optional.empty();
  private String offered = "";

  /** What a person is asked for. */
  enum Asking {
    NOTHING,
    WHY_MARK,
    WHY_CLEAR
  }

  /** Who marks. */
  interface Deeds {
    /** Marks a pod. */
    void mark(PodRef pod, String reason);

    /** Takes its mark back. */
    void clear(PodRef pod, String reason);
  }

  private record Shown(PodRef pod, boolean suspect) {}

  MarkViewModel(Deeds deeds) {
    this.deeds = deeds;
  }

  /** Another subject is shown, or the same as it is now. */
  void show(Subject subject) {
    Optional<Shown> next =
        subject instanceof Subject.OfPod pod
            ? Optional.of(new Shown(pod.pod().ref(), pod.suspect()))
            : Optional.empty();
    offered = subject instanceof Subject.OfPod pod ? Suspicion.words(pod.pod()) : "";
    if (!next.equals(shown)) {
      shown = next;
      cancel();
    }
  }

  /** Asks why the pod is to be marked; does nothing if there is none or it is marked. */
  void askToMark() {
    shown.filter(pod -> !pod.suspect()).ifPresent(_ -> ask(Asking.WHY_MARK, offered));
  }

  /** Asks why the mark is to be taken back; does nothing if there is none. */
  void askToClear() {
    shown.filter(Shown::suspect).ifPresent(_ -> ask(Asking.WHY_CLEAR, ""));
  }

  private void ask(Asking what, String words) {
    reason.set(words);
    asking.set(what);
  }

  /** Forgets what was asked. */
  void cancel() {
    reason.set("");
    asking.set(Asking.NOTHING);
  }

  /** Does what was asked, if a reason is given. */
  void confirm() {
    if (!ready.get() || shown.isEmpty()) {
      return;
    }
    PodRef pod = shown.get().pod();
    String why = stripped();
    Asking what = asking.get();
    cancel();
    switch (what) {
      case NOTHING -> {}
      case WHY_MARK -> deeds.mark(pod, why);
      case WHY_CLEAR -> deeds.clear(pod, why);
    }
  }

  private String stripped() {
    String text = reason.get().strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /** What is asked for now. */
  ReadOnlyObjectProperty<Asking> askingProperty() {
    return asking.getReadOnlyProperty();
  }

  /** What the person writes. */
  StringProperty reasonProperty() {
    return reason;
  }

  /** Whether there is a reason. */
  BooleanBinding readyProperty() {
    return ready;
  }
}
