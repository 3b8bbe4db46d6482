package org.lazaretto.ui.wizard.proposal;

import java.util.List;
import java.util.stream.Collectors;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.plan.FieldWords;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.Texts;

/** What a recovery gives back to an object, field by field. */
final class RestoredWords {
  private static final int LONGEST = 48;

  private RestoredWords() {}

  static String of(List<FieldEdit> edits) {
    return edits.stream().map(RestoredWords::of).collect(Collectors.joining("; "));
  }

  private static String of(FieldEdit edit) {
    String field = FieldWords.of(edit.pointer());
    return switch (edit) {
      case FieldEdit.Value(_, _, var wanted) ->
          wanted
              .map(value -> Texts.of("wizard.back.value", field, Elision.middle(value, LONGEST)))
              .orElseGet(() -> Texts.of("wizard.back.absent", field));
      case FieldEdit.Item(_, _, var add) ->
          Texts.of(add ? "wizard.back.listed" : "wizard.back.unlisted", field);
    };
  }
}
