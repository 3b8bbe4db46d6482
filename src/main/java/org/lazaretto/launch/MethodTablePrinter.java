package org.lazaretto.launch;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.execute.Patience;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.evacuate.MethodTable;
import org.lazaretto.plan.evacuate.Prospect;

/** Prints, one line a workload, what each method would do with it. */
final class MethodTablePrinter {
  private static final int WIDEST_NAME = 50;

  private final Console console;

  MethodTablePrinter(Console console) {
    this.console = console;
  }

  void print(MethodTable table) {
    if (!table.open().isEmpty()) {
      console.print(
          "first: cordon %s; what follows is as if that were done"
              .formatted(HostileText.visible(String.join(", ", table.open()))));
      console.print("");
    }
    if (table.rows().isEmpty()) {
      console.print("nothing runs on these nodes");
      return;
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(head());
    table.rows().forEach(row -> lines.add(line(row)));
    int columns = lines.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    widths[0] = Math.min(widths[0], WIDEST_NAME);
    lines.forEach(line -> console.print(aligned(line, widths)));
    console.print("* chosen; another one for a workload: --workload NS/KIND/NAME=METHOD");
    if (table.rows().stream().anyMatch(MethodTablePrinter::homeless)) {
      console.print(
          "no other node: it leaves, and its replacement stays pending, for no other node takes it"
              + " (T-44)");
    }
    if (table.rows().stream().anyMatch(MethodTablePrinter::waits)) {
      console.print(
          "waits: a budget refuses now; asked again until it allows the eviction, at most %d min (T-18)"
              .formatted(Patience.DEFAULT.budget().toMinutes()));
    }
    console.print("! a taint deletes at once and asks no disruption budget (T-17)");
  }

  private static boolean waits(MethodTable.Row row) {
    return row.prospects().stream().anyMatch(p -> p.outcome() == Prospect.Outcome.WAITS);
  }

  private static boolean homeless(MethodTable.Row row) {
    return row.prospects().stream().anyMatch(p -> p.homeless() > 0);
  }

  private static List<String> head() {
    List<String> head = new ArrayList<>(List.of("workload", "pods"));
    for (Request.Method method : MethodTable.METHODS) {
      head.add("  " + method.word() + (method == Request.Method.TAINT ? "!" : ""));
    }
    return head;
  }

  private static List<String> line(MethodTable.Row row) {
    List<String> line = new ArrayList<>();
    line.add(HostileText.visible(row.key()));
    line.add("%4d".formatted(row.pods()));
    for (Prospect prospect : row.prospects()) {
      String why = prospect.why().isEmpty() ? "" : ": " + prospect.why();
      boolean chosen = row.choosable() && row.chosen() == prospect.method();
      line.add((chosen ? "* " : "  ") + prospect.verdict() + why);
    }
    return line;
  }

  private static String aligned(List<String> line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.size(); i++) {
      String cell = line.get(i);
      text.append(cell).repeat(" ", Math.max(0, widths[i] - cell.length()) + 2);
    }
    return text.toString().stripTrailing();
  }
}
