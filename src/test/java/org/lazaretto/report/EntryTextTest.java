package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.Entry;

class EntryTextTest {
  private static final String PLAN = "3e".repeat(32);

  @Test
  void every_kind_of_entry_has_a_name_of_its_own() {
    List<String> kinds =
        HostileCase.of("x").lines().stream()
            .map(line -> EntryText.of(line.entry()).kind())
            .toList();

    assertThat(kinds).doesNotHaveDuplicates().hasSize(Entry.class.getPermittedSubclasses().length);
  }

  @Test
  void opening_and_binding_say_by_whom_and_to_what() {
    assertText(
        new Entry.CaseOpened(new CaseInfo("IR-1", "Miner", "", "", false), "0.1.0"),
        "IR-1, Miner, version 0.1.0");
    assertText(
        new Entry.Opened("ameier", "laptop", "0.1.0", "47"),
        "ameier on laptop, process 47, version 0.1.0");
    assertText(
        new Entry.ClusterBound("u", "prod", "https://10.0.0.2", "v1.35.2", "ir"),
        "prod v1.35.2 at https://10.0.0.2, uid u, as ir");
  }

  @Test
  void an_approval_names_the_findings_that_were_shown() {
    Entry.FindingNote note = new Entry.FindingNote("T-18", "stop", "text", "instead");
    assertText(
        new Entry.Approved("evacuate", PLAN, 10, List.of(note, note)),
        "evacuate, ten steps, findings T-18 · plan 3e3e3e3e3e3e");
  }

  @Test
  void a_hold_and_a_waiver_say_why() {
    assertText(
        new Entry.Held("evacuate", PLAN, List.of("T-18: full", "E-memory.")),
        "evacuate: T-18: full. E-memory. · plan 3e3e3e3e3e3e");
    assertText(
        new Entry.Waived(PLAN, "T-18", "by phone", false),
        "T-18 (not needed): by phone · plan 3e3e3e3e3e3e");
    assertText(
        new Entry.Rated(PLAN, "C-P-01", "3.65", "4.05", List.of()),
        "C-P-01: published 3.65, here 4.05 · plan 3e3e3e3e3e3e");
  }

  @Test
  void a_step_s_lines_name_its_target_and_result() {
    assertText(
        new Entry.Outcome(PLAN, "S-001", CaseScript.pod("a"), "done", "evicted", Optional.empty()),
        "S-001 Pod shop/a: done, evicted");
    assertText(
        new Entry.Verified(PLAN, "S-001", CaseScript.pod("a"), "holds", ""),
        "S-001 Pod shop/a: holds");
    assertText(
        new Entry.Reconciled(17, "S-001", CaseScript.pod("a"), "cannot-tell", "timeout"),
        "S-001 of line 17, Pod shop/a: cannot-tell, timeout");
    assertText(
        new Entry.RunEnded("evacuate", PLAN, "done", "10 steps verified"),
        "evacuate done, 10 steps verified · plan 3e3e3e3e3e3e");
  }

  @Test
  void what_happened_beside_the_steps_is_told_too() {
    assertText(new Entry.Gap("log", "HTTP 400"), "log: HTTP 400");
    assertText(new Entry.TornTail(17, "torn.bin", "ab"), "17 bytes, kept in torn.bin, SHA-256 ab");
    assertText(
        new Entry.ClockJump(Instant.EPOCH, "PT3M"), "by PT3M, expected 1970-01-01 00:00:00.000Z");
    assertText(new Entry.EvidenceChecked(7, List.of()), "7 items, none differs");
    assertText(new Entry.EvidenceChecked(7, List.of("EV-0002")), "7 items, EV-0002");
    assertText(new Entry.ReportWritten("html", "r.html", "cd", ""), "html, r.html, SHA-256 cd");
    assertText(
        new Entry.ReportWritten("md", "r.md", "cd", "TLP:RED"), "md, r.md, TLP:RED, SHA-256 cd");
    assertText(new Entry.Note("seen"), "seen");
  }

  private static void assertText(Entry entry, String text) {
    assertThat(EntryText.of(entry).text()).isEqualTo(text);
  }
}
