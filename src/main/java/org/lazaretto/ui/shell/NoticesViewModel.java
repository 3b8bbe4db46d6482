package org.lazaretto.ui.shell;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.lazaretto.ui.desk.Notice;

/**
 * The notices that are shown now. One that says that something went well leaves by itself, one that
 * warns later, one that failed stays until it is dismissed.
 */
final class NoticesViewModel {
  /** How many are shown at once; the oldest that may leave makes room. */
  static final int MOST = 4;

  private static final int FOREVER = Integer.MAX_VALUE;

  private final ObservableList<Shown> shown = FXCollections.observableArrayList();
  private boolean held;

  /** A notice on display. Two of the same words are two. */
  static final class Shown {
    private final Notice notice;
    private int seconds;

    private Shown(Notice notice, int seconds) {
      this.notice = notice;
      this.seconds = seconds;
    }

    Notice notice() {
      return notice;
    }
  }

  ObservableList<Shown> shown() {
    return shown;
  }

  void add(Notice notice) {
    if (shown.size() >= MOST) {
      shown.stream().filter(old -> old.seconds != FOREVER).findFirst().ifPresent(shown::remove);
    }
    shown.add(new Shown(notice, seconds(notice.tone())));
  }

  private static int seconds(Notice.Tone tone) {
    return switch (tone) {
      case INFORM, DONE -> 8;
      case WARN -> 20;
      case FAILED -> FOREVER;
    };
  }

  /** A second has passed. */
  void tick() {
    if (held) {
      return;
    }
    for (Shown one : List.copyOf(shown)) {
      if (one.seconds != FOREVER && --one.seconds <= 0) {
        shown.remove(one);
      }
    }
  }

  /** While somebody points at one or has the focus there, none leaves. */
  void hold(boolean now) {
    held = now;
  }

  void dismiss(Shown one) {
    shown.remove(one);
  }

  /** Takes away the newest; false if there is none. */
  boolean dismissNewest() {
    if (shown.isEmpty()) {
      return false;
    }
    shown.removeLast();
    return true;
  }
}
