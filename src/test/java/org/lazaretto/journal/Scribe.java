package org.lazaretto.journal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.lazaretto.adapter.files.CaseFolders;

/** A program of its own that writes lines until it is killed, and says each that returned. */
final class Scribe {
  private Scribe() {}

  public static void main(String[] arguments) throws Exception {
    CaseFolders folders = new CaseFolders(Executors.newVirtualThreadPerTaskExecutor());
    CaseFixture fixture = new CaseFixture(Path.of(arguments[0]), folders);
    CaseClock clock = new CaseClock(InstantSource.system(), System::nanoTime);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (CaseJournal journal =
        CaseJournal.exists(fixture.stores())
            ? CaseJournal.open(fixture.stores(), CaseFixture.ANA, clock)
            : CaseJournal.create(fixture.stores(), CaseFixture.INFO, CaseFixture.ANA, clock)) {
      out.println("open");
      for (int i = 1; ; i++) {
        JournalLine line =
            i % 10 == 0
                ? kept(journal, i)
                : journal.write(new Entry.Note("note " + i + " ".repeat(i * 37 % 2000)));
        out.println(line.number() + " " + line.hash());
      }
    }
  }

  private static JournalLine kept(CaseJournal journal, int i) throws JournalException {
    journal.keep(CaseFixture.draft("item"), CaseFixture.bytes("x".repeat(i)));
    return journal.lines().getLast();
  }
}
