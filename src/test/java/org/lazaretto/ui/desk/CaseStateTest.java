package org.lazaretto.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceDraft;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.PodRef;

class CaseStateTest {
  private final List<JournalLine> lines = new ArrayList<>();
  private final PodRef cart = new PodRef("shop", "cart", "uid-1");
  private final PodRef mail = new PodRef("shop", "mail", "uid-2");

  private List<JournalLine> with(Entry... entries) {
    for (Entry entry : entries) {
      lines.add(new JournalLine(lines.size() + 1L, Instant.EPOCH, "", "", "ana", entry));
    }
    return List.copyOf(lines);
  }

  @Test
  void a_state_that_grew_line_by_line_says_what_one_of_all_lines_says() {
    EvidenceItem item =
        new EvidenceItem(
            "EV-0001",
            new EvidenceDraft(
                "x",
                cart.object(),
                "get",
                "tool",
                Instant.EPOCH,
                EvidenceClass.API_STATE,
                "text/plain"),
            Instant.EPOCH,
            1,
            "00",
            "evidence/EV-0001-api-state/item.txt",
            "ana");
    CaseState state = CaseState.of(List.of());
    List<Entry> entries =
        List.of(
            new Entry.SuspectMarked(cart, "n1", "mines"),
            new Entry.SuspectMarked(mail, "n2", "same image"),
            new Entry.EvidenceTaken(item),
            new Entry.SuspectCleared(cart, "a mistake"),
            new Entry.Note("x"),
            new Entry.SuspectMarked(cart, "n1", "no mistake"));
    for (Entry entry : entries) {
      state = state.with(with(entry));
    }

    assertThat(state).isEqualTo(CaseState.of(List.copyOf(lines)));
    assertThat(state.suspects()).containsExactly(mail, cart);
    assertThat(state.captured()).containsExactly("uid-1");
  }
}
