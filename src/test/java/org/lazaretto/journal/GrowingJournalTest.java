package org.lazaretto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.journal.JournalException.Kind;

/** Many threads, a full disk, an interrupted thread. */
class GrowingJournalTest {
  private static final CaseClock CLOCK = CaseClock.steady(InstantSource.fixed(CaseFixture.START));

  private final MemoryCase files = new MemoryCase();

  private CaseJournal create() throws JournalException {
    return CaseJournal.create(files.stores(), CaseFixture.INFO, CaseFixture.ANA, CLOCK);
  }

  private CaseJournal open() throws JournalException {
    return CaseJournal.open(files.stores(), CaseFixture.ANA, CLOCK);
  }

  @Test
  void lines_of_many_threads_stand_in_one_chain_in_the_order_of_their_numbers(
      @TempDir java.nio.file.Path folder) throws Exception {
    List<Callable<JournalLine>> jobs = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    CaseFixture fixture = new CaseFixture(folder.resolve("case"), new CaseFolders(threads));
    try (threads;
        CaseJournal journal = fixture.create()) {
      for (int i = 0; i < 200; i++) {
        Entry note = new Entry.Note("note " + i);
        jobs.add(() -> journal.write(note));
        if (i % 20 == 0) {
          jobs.add(() -> {
            journal.keep(CaseFixture.draft("item"), CaseFixture.bytes("x"));
            return journal.lines().getFirst();
          });
        }
      }
      for (Future<JournalLine> line : threads.invokeAll(jobs)) {
        assertThat(journal.lines()).contains(line.get());
      }
      assertThat(journal.lines())
          .extracting(JournalLine::number)
          .containsExactlyElementsOf(
              java.util.stream.LongStream.rangeClosed(1, 212).boxed().toList());
    }
    Verification closed = Verification.of(fixture.stores());
    assertThat(closed.problems()).isEmpty();
    assertThat(closed.notices()).as("HEAD is up to date").isEmpty();
    assertThat(closed.evidence()).isEqualTo(10);
  }

  @Test
  void lines_that_wait_together_share_one_wait_for_the_disk() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    MemoryCase gated =
        new MemoryCase() {
          @Override
          public void append(byte[] bytes) throws org.lazaretto.port.PortException {
            await(slow);
            super.append(bytes);
          }
        };
    Appender appender =
        new Appender(gated, new EntryCodec(new Secrets("s")), CLOCK, "Ana", List.of());
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Future<JournalLine>> lines = new ArrayList<>();
      CountDownLatch placed = new CountDownLatch(6);
      for (int i = 0; i < 6; i++) {
        lines.add(
            threads.submit(() -> {
              JournalLine line = appender.place(new Entry.Note("x"));
              placed.countDown();
              await(placed);
              return appender.commit(line);
            }));
      }
      await(placed);
      slow.countDown();
      for (Future<JournalLine> line : lines) {
        assertThat(line.get(10, TimeUnit.SECONDS).number()).isPositive();
      }
    }
    assertThat(gated.forces).isEqualTo(1);
    assertThat(appender.lines()).hasSize(6);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_full_disk_stops_the_journal_and_loses_no_line_that_counted() throws Exception {
    boolean whole = false;
    for (long room = 0; !whole; room += 97) {
      whole = fillsUp(room);
    }
  }

  /** Writes three lines with so much room; whether all of them fitted. */
  private boolean fillsUp(long room) throws Exception {
    files.files.clear();
    files.room = Long.MAX_VALUE;
    CaseJournal journal = create();
    files.room = room;
    int counted = journal.lines().size();
    boolean whole = true;
    for (int i = 0; i < 3; i++) {
      try {
        journal.write(new Entry.Note("note " + i));
        counted++;
      } catch (JournalException e) {
        assertThat(e.kind()).isEqualTo(Kind.UNWRITABLE);
        assertThat(e).hasMessageContaining("No space left on device");
        whole = false;
        files.room = Long.MAX_VALUE;
      }
    }
    List<JournalLine> lines = journal.lines();
    assertThat(lines).hasSize(counted);
    journal.close();
    files.room = Long.MAX_VALUE;
    try (CaseJournal again = open()) {
      assertThat(again.lines()).startsWith(lines.toArray(JournalLine[]::new));
    }
    assertThat(Verification.of(files.stores()).problems()).isEmpty();
    return whole;
  }

  @Test
  void a_case_that_cannot_be_begun_gives_its_lock_back() {
    files.room = 20;

    assertThatThrownBy(this::create)
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("Nothing was sent");
    assertThat(files.locked).isFalse();
  }

  @Test
  void evidence_that_does_not_fit_is_no_part_of_the_case_and_the_journal_goes_on()
      throws Exception {
    try (CaseJournal journal = create()) {
      files.room = 10;
      assertThatThrownBy(
              () -> journal.keep(CaseFixture.draft("big"), CaseFixture.bytes("0123456789ab")))
          .hasMessageContaining("could not be kept");
      files.room = Long.MAX_VALUE;

      assertThat(journal.keep(CaseFixture.draft("x"), CaseFixture.bytes("x")).id())
          .isEqualTo("EV-0001");
    }
  }

  @Test
  void an_interrupt_does_not_close_the_journal(@TempDir java.nio.file.Path folder)
      throws Exception {
    CaseFixture fixture = new CaseFixture(folder.resolve("case"));
    try (CaseJournal journal = fixture.create()) {
      Thread.currentThread().interrupt();
      journal.write(new Entry.Note("cancelled"));
      journal.keep(CaseFixture.draft("x"), CaseFixture.bytes("x"));

      assertThat(Thread.interrupted()).isTrue();
      journal.write(new Entry.Note("still open"));
    }
    assertThat(Verification.of(fixture.stores()).holds()).isTrue();
  }
}
