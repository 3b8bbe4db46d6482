package org.lazaretto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages a small case in every way there is of one bit, one cut, one line. */
class DamageTest {
  private static final String EVIDENCE = "evidence/EV-0001-api-state/item.json";
  private static final Set<String> BOUND =
      new TreeSet<>(List.of(MemoryCase.LINES, MemoryCase.HEAD, MemoryCase.CASE_FILE, EVIDENCE));

  private final MemoryCase files = new MemoryCase();

  @BeforeEach
  void a_small_case(@TempDir java.nio.file.Path unused) throws Exception {
    CaseFixture fixture = new CaseFixture(unused);
    CaseClock clock = CaseClock.steady(fixture.wall);
    try (CaseJournal journal =
        CaseJournal.create(files.stores(), CaseFixture.INFO, CaseFixture.ANA, clock)) {
      journal.keep(CaseFixture.draft("a pod"), CaseFixture.bytes("{\"kind\":\"Pod\"}"));
      journal.write(new Entry.Note("größe \u202e 1"));
      journal.write(new Entry.Gap("memory", "no tool \\ no rights"));
    }
    assertThat(Verification.of(files.stores()).holds()).isTrue();
  }

  @Test
  void every_single_flipped_bit_is_found() {
    for (String name : BOUND) {
      byte[] whole = files.file(name);
      for (int bit = 0; bit < whole.length * 8; bit++) {
        byte[] damaged = whole.clone();
        damaged[bit / 8] ^= (byte) (1 << bit % 8);
        assertFound(name, damaged, name + ", bit " + bit % 8 + " of byte " + bit / 8);
      }
      files.files.put(name, whole);
    }
  }

  @Test
  void every_cut_is_found() {
    for (String name : BOUND) {
      byte[] whole = files.file(name);
      for (int length = 0; length < whole.length; length++) {
        assertFound(name, Arrays.copyOf(whole, length), name + " cut at " + length);
      }
      files.files.remove(name);
      assertThat(found()).as("%s removed", name).isTrue();
      files.files.put(name, whole);
    }
  }

  @Test
  void every_inserted_byte_is_found() {
    byte[] whole = files.file(MemoryCase.LINES);
    for (int at = 0; at < whole.length; at++) {
      for (byte value : new byte[] {0, '\n', ' ', 'x'}) {
        byte[] damaged = new byte[whole.length + 1];
        System.arraycopy(whole, 0, damaged, 0, at);
        damaged[at] = value;
        System.arraycopy(whole, at, damaged, at + 1, whole.length - at);
        assertFound(MemoryCase.LINES, damaged, "byte " + value + " inserted at " + at);
      }
    }
  }

  @Test
  void every_removed_doubled_or_swapped_line_is_found() {
    List<String> whole =
        new String(files.file(MemoryCase.LINES), StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < whole.size(); i++) {
      List<String> removed = new ArrayList<>(whole);
      removed.remove(i);
      assertFound(removed, "removed line " + (i + 1));
      List<String> doubled = new ArrayList<>(whole);
      doubled.add(i, whole.get(i));
      assertFound(doubled, "doubled line " + (i + 1));
      for (int j = i + 1; j < whole.size(); j++) {
        List<String> swapped = new ArrayList<>(whole);
        Collections.swap(swapped, i, j);
        assertFound(swapped, "swapped lines " + (i + 1) + " and " + (j + 1));
      }
    }
  }

  private void assertFound(List<String> lines, String what) {
    byte[] damaged = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    assertFound(MemoryCase.LINES, damaged, what);
  }

  private void assertFound(String name, byte[] damaged, String what) {
    files.files.put(name, damaged);
    if (!found()) {
      throw new AssertionError(what + " was not found");
    }
  }

  private boolean found() {
    try {
      return !Verification.of(files.stores()).holds();
    } catch (JournalException e) {
      // A flipped bit can make another format version of it, and a removed case.json no case.
      return true;
    }
  }
}
