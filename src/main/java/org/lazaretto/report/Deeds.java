package org.lazaretto.report;

import java.util.ArrayList;
import java.util.List;

/** What was changed in the cluster, counted, in the words of one sentence. */
final class Deeds {
  /** In the order in which a reader expects them, not in which they were done. */
  private static final List<Deed> ALL =
      List.of(
          new Deed("cordon-node", "node", "cordoned"),
          new Deed("taint-node", "node", "tainted against new pods"),
          new Deed("quarantine-pod", "suspect", "labelled for the case's deny-all policy"),
          new Deed("leave-services", "suspect", "taken out of its services"),
          new Deed("strip-labels", "suspect", "taken from its owner"),
          new Deed("close-service", "service", "closed"),
          new Deed("unbind", "role binding", "taken from suspects' service accounts"),
          new Deed("delete-token", "long-lived token", "deleted"),
          new Deed("evict-pod", "pod", "evicted"),
          new Deed("restart-rollout", "rollout", "restarted"),
          new Deed("expel", "node", "emptied by a taint"),
          new Deed("delete-owner", "owner of a suspect", "owners of suspects", "deleted"),
          new Deed("scale-to-zero", "owner of a suspect", "owners of suspects", "scaled to zero"),
          new Deed("restart-container", "container", "restarted from inside"),
          new Deed("delete-pod", "suspect", "deleted"),
          new Deed("uncordon", "node", "opened for pods again"),
          new Deed("remove-policy", "policy of the case", "policies of the case", "removed again"),
          new Deed("remove-probe", "probe's pod", "removed"),
          new Deed("restore", "change", "taken back"));

  private record Deed(String action, String one, String many, String done) {
    Deed(String action, String one, String done) {
      this(action, one, one + "s", done);
    }

    String of(int number) {
      return Wording.number(number)
          + " "
          + (number == 1 ? one : many)
          + Wording.were(number)
          + done;
    }
  }

  private Deeds() {}

  private static boolean done(StepTrace trace) {
    boolean denied =
        trace.reading().filter(read -> read.verdict().equals("does-not-hold")).isPresent();
    return CaseStory.holds(trace) || (trace.outcomeWord().equals("done") && !denied);
  }

  /**
   * One clause for each kind of change of which something was done or holds; what was accepted and
   * is not so on a fresh read was not done.
   */
  static List<String> of(CaseStory story) {
    List<String> clauses = new ArrayList<>();
    for (Deed deed : ALL) {
      long number = story.attempted(deed.action()).stream().filter(Deeds::done).count();
      if (number > 0) {
        clauses.add(deed.of((int) number));
      }
    }
    return clauses;
  }
}
