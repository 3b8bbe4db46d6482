package org.lazaretto.ui.wizard.proposal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lazaretto.execute.Patience;
import org.lazaretto.plan.Request.Method;
import org.lazaretto.plan.evacuate.MethodTable;
import org.lazaretto.plan.evacuate.Prospect;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Draft;

/**
 * A workload with pods on the nodes to be emptied: what each method would do with it, and which one
 * is chosen.
 *
 * @param row what each method would do
 * @param chosen the method that is chosen now, which the row may not know yet
 */
public record WorkloadChoice(MethodTable.Row row, Method chosen) {
  /** The rows of the table, with what the draft chooses. */
  public static List<WorkloadChoice> of(MethodTable table, Draft draft) {
    Method others = draft.moves().method();
    return table.rows().stream()
        .map(row ->
            new WorkloadChoice(row, draft.moves().perWorkload().getOrDefault(row.key(), others)))
        .toList();
  }

  /** Whether that method is chosen; nothing is chosen for what stays anyway. */
  public boolean chooses(Method method) {
    return row.choosable() && chosen == method;
  }

  /** What choosing it again means: a method that is the one for all is no exception. */
  public static Optional<Method> exception(Draft draft, Method method) {
    return draft.moves().method() == method ? Optional.empty() : Optional.of(method);
  }

  /** What a method would do, as one sentence for who does not see the table. */
  public String spoken(Method method) {
    String what =
        row.by(method).map(WorkloadChoice::words).orElseGet(() -> Texts.of("wizard.method.kept"));
    return Texts.of(
        chooses(method) ? "wizard.table.spoken.chosen" : "wizard.table.spoken",
        row.key(),
        Texts.of("wizard.table." + method.word()),
        what);
  }

  private static String words(Prospect prospect) {
    String words =
        prospect.why().isEmpty() ? prospect.verdict() : prospect.verdict() + ": " + prospect.why();
    String told =
        prospect.outcome() == Prospect.Outcome.WAITS
            ? Texts.of("wizard.table.waits", words, Patience.DEFAULT.budget().toMinutes())
            : words;
    int homeless = prospect.homeless();
    return homeless == 0 ? told : Texts.of("wizard.table.homeless", told, homeless);
  }

  /** The row as a line of a table to be pasted elsewhere. */
  public String copyable() {
    return row.key()
        + "\t"
        + row.pods()
        + "\t"
        + row.prospects().stream()
            .map(p -> (chooses(p.method()) ? "* " : "") + words(p))
            .collect(Collectors.joining("\t"));
  }
}
