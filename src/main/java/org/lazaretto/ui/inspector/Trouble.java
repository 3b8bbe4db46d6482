package org.lazaretto.ui.inspector;

import java.util.List;
import java.util.Optional;
import org.lazaretto.ui.fx.Texts;

/** Says in a row why details are missing. */
final class Trouble {
  private Trouble() {}

  /** The row; empty while nothing went wrong. */
  static Optional<Row> of(Answer<?> answer) {
    return switch (answer) {
      case Answer.None<?> _, Answer.Coming<?> _, Answer.Here<?> _ -> Optional.empty();
      case Answer.Gone<?> _ ->
          Optional.of(Row.Note.of(new Part.Quiet(Texts.of("inspector.details.gone"))));
      case Answer.Denied<?>(var reason) ->
          Optional.of(
              Row.Note.of(
                  new Part.Warning(Texts.of("inspector.details.denied")),
                  new Part.WordLink(Texts.of("inspector.copy-details"), new Deed.Copy(reason))));
      case Answer.Failed<?>(var failure) ->
          Optional.of(
              new Row.Note(
                  List.of(
                      new Part.Warning(Texts.of("inspector.details.failed", failure.code())),
                      new Part.WordLink(Texts.of("inspector.retry"), new Deed.Retry()),
                      new Part.WordLink(
                          Texts.of("inspector.copy-details"), new Deed.Copy(failure.copyable())))));
    };
  }
}
