package org.lazaretto.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.Connections;
import org.lazaretto.plan.Plan;

/** What a run proved of the connections of the pods that it isolated: two badges a pod. */
record ProvenLines(List<Entry.Isolated> pods) {
  /** Copies what it is given. */
  ProvenLines {
    pods = List.copyOf(pods);
  }

  /** What the journal says of the plan's last run. */
  static ProvenLines of(List<JournalLine> lines, Plan plan) {
    Map<String, Entry.Isolated> last = new LinkedHashMap<>();
    for (JournalLine line : lines) {
      if (line.entry() instanceof Entry.Isolated told
          && told.fingerprint().equals(plan.fingerprint())) {
        last.put(told.pod().uid(), told);
      }
    }
    return new ProvenLines(List.copyOf(last.values()));
  }

  List<String> text() {
    List<String> lines = new ArrayList<>();
    for (Entry.Isolated told : pods) {
      Connections seen = told.connections();
      lines.add("  " + told.pod().path());
      lines.add(
          "    new connections:         %s (to it %s, from it %s)"
              .formatted(spoken(seen.fresh()), spoken(seen.ingress()), spoken(seen.egress())));
      lines.add("    established connections: " + spoken(seen.established()));
      lines.add("    " + seen.how());
    }
    return lines;
  }

  private static String spoken(Connections.State state) {
    return switch (state) {
      case BLOCKED -> "blocked";
      case OPEN -> "open";
      case CANNOT_TELL -> "cannot tell";
    };
  }

  List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Entry.Isolated told : pods) {
      Connections seen = told.connections();
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("pod", told.pod());
      row.put("new", seen.fresh().word());
      row.put("ingress", seen.ingress().word());
      row.put("egress", seen.egress().word());
      row.put("established", seen.established().word());
      row.put("how", seen.how());
      rows.add(row);
    }
    return rows;
  }
}
