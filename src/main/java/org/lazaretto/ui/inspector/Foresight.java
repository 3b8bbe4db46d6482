package org.lazaretto.ui.inspector;

import java.util.List;
import org.lazaretto.plan.Finding;
import org.lazaretto.ui.fx.Texts;

/** What plans would find. */
final class Foresight {
  private Foresight() {}

  /** A row for each finding; none while they are not known. */
  static List<Row> rows(Answer<List<Finding>> findings) {
    return switch (findings) {
      case Answer.Here(var found) when found.isEmpty() ->
          List.of(Row.Note.of(new Part.Quiet(Texts.of("inspector.findings.none"))));
      case Answer.Here(var found) -> found.stream().<Row>map(Row.Foreseen::new).toList();
      case Answer.None<List<Finding>> _, Answer.Coming<List<Finding>> _ ->
          List.of(Row.Note.of(new Part.Quiet(Texts.of("inspector.findings.coming"))));
      case Answer.Gone<List<Finding>> _,
          Answer.Denied<List<Finding>> _,
          Answer.Failed<List<Finding>> _ ->
          List.of();
    };
  }
}
