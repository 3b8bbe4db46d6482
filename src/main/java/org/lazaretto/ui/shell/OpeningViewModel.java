package org.lazaretto.ui.shell;

import java.util.Optional;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Texts;

/** What is said while something is being opened, and when it could not be. */
final class OpeningViewModel {
  private static final int SLOW = 5;

  private final Opening opening;
  private int seconds;
  private Optional<Failure> failure = Optional.empty();

  OpeningViewModel(Opening opening) {
    this.opening = opening;
  }

  /**
   * What is said.
   *
   * @param waiting whether it still goes on
   * @param code the failure's code; empty while there is none
   */
  record Said(String title, String words, String code, String back, boolean waiting) {}

  /** A second has passed. */
  void tick() {
    seconds++;
  }

  /** It could not be opened. */
  void failed(Failure why) {
    failure = Optional.of(why);
  }

  /** It is tried again. */
  void again() {
    failure = Optional.empty();
    seconds = 0;
  }

  /** What is being opened, as it is named. */
  String what() {
    return switch (opening) {
      case Opening.Start() -> "";
      case Opening.Practice practice -> practice.scenario();
      case Opening.Watching watching -> watching.scenario();
      case Opening.Cluster cluster -> cluster.context();
      case Opening.Reading reading -> reading.folder().toString();
    };
  }

  Said said() {
    if (failure.isPresent()) {
      Failure why = failure.get();
      return new Said(
          Texts.of("shell.opening.failed"),
          why.words(),
          why.code(),
          Texts.of("shell.opening.back"),
          false);
    }
    return new Said(title(), words(), "", Texts.of("shell.opening.cancel"), true);
  }

  private String title() {
    return switch (opening) {
      case Opening.Start() -> "";
      case Opening.Practice _, Opening.Watching _ -> Texts.of("shell.opening.practice");
      case Opening.Cluster _ -> Texts.of("shell.opening.cluster");
      case Opening.Reading _ -> Texts.of("shell.opening.case");
    };
  }

  private String words() {
    if (opening instanceof Opening.Cluster) {
      return seconds < SLOW
          ? Texts.of("shell.opening.reaching")
          : Texts.of("shell.opening.slow", seconds);
    }
    return seconds < SLOW
        ? Texts.of("shell.opening.preparing")
        : Texts.of("shell.opening.still", seconds);
  }

  /** What "copy details" copies. */
  String details() {
    return failure.map(why -> what() + "\n" + why.copyable()).orElse(what());
  }
}
