package org.lazaretto.report;

import static org.lazaretto.report.CaseScript.node;
import static org.lazaretto.report.CaseScript.pod;

import java.util.List;
import org.lazaretto.journal.Entry;

/** Whole invented cases. */
final class SampleCases {
  static final String FREEZE = "1f".repeat(32);
  static final String CORDON = "2c".repeat(32);
  static final String EVACUATE = "3e".repeat(32);

  private SampleCases() {}

  /** Two suspects, frozen; their nodes cordoned; nine clean pods moved; everything holds. */
  static CaseScript contained() {
    CaseScript script = CaseScript.begin();
    script
        .marks("payments-7f8d-x2k", "10-0-1-17", "runs a process that no image layer contains")
        .by("second responder")
        .marks("payments-7f8d-q9v", "10-0-2-44", "same image digest, 3.9 CPU cores")
        .afterMinutes(11.2);
    freeze(script);
    cordon(script.afterMinutes(1.5));
    evacuate(script.afterMinutes(4.1));
    return script
        .afterMinutes(2)
        .write(new Entry.EvidenceChecked(7, List.of()))
        .write(new Entry.Note("Handed over to the platform team."));
  }

  private static void freeze(CaseScript script) {
    script.plan("freeze", FREEZE, 7);
    for (String name : List.of("payments-7f8d-x2k", "payments-7f8d-q9v")) {
      script
          .keeps(FREEZE, "object of shop/" + name, pod(name), 12_412)
          .keeps(FREEZE, "log of container app, shop/" + name, pod(name), 2_212_034)
          .keeps(FREEZE, "events of shop/" + name, pod(name), 8_120);
    }
    script
        .keeps(FREEZE, "node ip-10-0-1-17", node("ip-10-0-1-17"), 31_400)
        .runEnds("freeze", FREEZE, "done", "7 of 7 kept");
  }

  private static void cordon(CaseScript script) {
    script
        .plan("cordon", CORDON, 2)
        .write(new Entry.Rated(CORDON, "C-P-01", "3.65", "4.05", List.of()))
        .cordons(CORDON, "10-0-1-17")
        .cordons(CORDON, "10-0-2-44")
        .runEnds("cordon", CORDON, "done", "2 of 2 hold");
  }

  private static void evacuate(CaseScript script) {
    script
        .write(
            new Entry.Held(
                "evacuate", EVACUATE, List.of("T-18: budget shop/orders allows no disruption now")))
        .plan(
            "evacuate",
            EVACUATE,
            10,
            new Entry.FindingNote(
                "T-18",
                "stop",
                "The budget shop/orders allows one disruption at a time; 3 of its pods leave.",
                "Evict one by one, as this plan does, or restart the rollout."),
            new Entry.FindingNote(
                "T-13",
                "inform",
                "shop/cache-0 keeps data in an emptyDir; it stays.",
                "Move it by name once its data is copied."))
        .write(new Entry.Waived(EVACUATE, "T-18", "Agreed with the shop's owner by phone.", true));
    for (int pod = 1; pod <= 9; pod++) {
      script.evicts(EVACUATE, "orders-b4x" + pod, 18_000 + pod * 1_500L);
    }
    script
        .intends(
            EVACUATE,
            "prove-nothing-new",
            node("ip-10-0-1-17"),
            "Prove that nothing new runs on ip-10-0-1-17",
            "kubectl --context prod-eu-1 get pods -A --field-selector spec.nodeName=ip-10-0-1-17")
        .ends(EVACUATE, node("ip-10-0-1-17"), "done", "3 pods, all of them were to stay")
        .reads(EVACUATE, node("ip-10-0-1-17"), "holds", "pods listed over all namespaces")
        .runEnds("evacuate", EVACUATE, "done", "10 of 10 hold");
  }

  /** A case in which an answer was lost and a step was refused. */
  static CaseScript troubled() {
    CaseScript script = CaseScript.begin().marks("payments-7f8d-x2k", "10-0-1-17", "mines");
    script
        .plan("cordon", CORDON, 1)
        .intends(
            CORDON, "cordon-node", node("ip-10-0-1-17"), "Cordon ip-10-0-1-17", "kubectl cordon")
        .ends(CORDON, node("ip-10-0-1-17"), "unknown", "the connection was reset after sending")
        .runEnds("cordon", CORDON, "stopped", "1 of 1 unknown");
    return script
        .plan("evacuate", EVACUATE, 2)
        .begins(EVACUATE, "orders-b4x1")
        .ends(EVACUATE, pod("orders-b4x1"), "refused", "budget shop/orders: 0 disruptions allowed")
        .begins(EVACUATE, "orders-b4x2")
        .write(new Entry.TornTail(17, "torn-1.bin", "ab".repeat(32)))
        .write(new Entry.Gap("log of container app, previous", "400: no previous container"));
  }
}
