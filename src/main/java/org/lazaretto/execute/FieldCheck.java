package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.JsonText;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/** Says by one fresh read whether fields of an object are as edits wanted them. */
final class FieldCheck {
  private final ClusterReads reads;

  FieldCheck(ClusterReads reads) {
    this.reads = reads;
  }

  Verdict of(ObjectRef target, List<FieldEdit> edits) {
    try {
      List<String> pointers = edits.stream().map(FieldEdit::pointer).toList();
      Optional<LiveFields> now = reads.fields(target, pointers);
      if (now.isEmpty()) {
        return new Verdict.DoesNotHold("Read again: " + target.spoken() + " is gone.");
      }
      if (!now.get().object().uid().equals(target.uid())) {
        return new Verdict.DoesNotHold("Read again: another " + target.kind() + " has its name.");
      }
      return compare(now.get(), edits);
    } catch (PortException e) {
      return Verifier.unread(e);
    }
  }

  private static Verdict compare(LiveFields now, List<FieldEdit> edits) {
    List<String> wrong = new ArrayList<>();
    for (FieldEdit edit : edits) {
      Optional<String> value = now.value(edit.pointer());
      if (!as(edit, value)) {
        wrong.add(edit.pointer() + " is " + value.orElse("absent"));
      }
    }
    return wrong.isEmpty()
        ? new Verdict.Holds(
            edits.size() == 1
                ? "Read again: the field has the wanted value."
                : "Read again: all " + edits.size() + " fields have the wanted values.")
        : new Verdict.DoesNotHold("Read again: " + String.join("; ", wrong) + ".");
  }

  /** Whether the field has the value that the edit gives it. */
  static boolean as(FieldEdit edit, Optional<String> now) {
    return switch (edit) {
      case FieldEdit.Value(_, _, var wanted) ->
          now.isPresent() == wanted.isPresent()
              && now.map(value -> JsonText.same(value, wanted.orElseThrow())).orElse(true);
      case FieldEdit.Item(_, var item, var add) ->
          now.map(list -> JsonText.contains(list, item)).orElse(false) == add;
    };
  }
}
