package org.lazaretto.ui.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.verify.Subject;
import org.lazaretto.ui.verify.VerifySheet;

/** The recent cases; reads one after the other, and verifies the one that somebody asks for. */
final class CaseList implements AutoCloseable {
  private static final int MOST = 50;

  private final Means means;
  private final CaseTable table;
  private final List<Background.Running> running = new ArrayList<>();

  CaseList(Means means, CaseTable table, Consumer<Failure> failed) {
    this.means = means;
    this.table = table;
    running.add(means.background().run(means.workstation()::cases, this::show, failed));
  }

  private void show(List<Path> folders) {
    List<Path> recent = folders.stream().limit(MOST).toList();
    table.show(recent.stream().map(CaseRow::reading).toList());
    next(recent, 0);
  }

  /** Evidence is hashed: many cases at once would take the disk from the one that is opened. */
  private void next(List<Path> folders, int at) {
    if (at < folders.size()) {
      read(folders.get(at), _ -> next(folders, at + 1));
    }
  }

  private void read(Path folder, Consumer<CaseRow> done) {
    CaseRow row = CaseRow.reading(folder);
    running.add(
        means
            .background()
            .run(
                () -> row.read(means.workstation().read(folder)),
                read -> put(read, done),
                failure -> put(row.unreadable(failure), done)));
  }

  /** Verifies a case while somebody watches; its row says then what was found. */
  Page verification(CaseRow row) {
    AtomicReference<Optional<CaseFile>> found = new AtomicReference<>(Optional.empty());
    Subject subject =
        new Subject(
            row.folder(),
            row::lines,
            watch -> {
              found.set(means.workstation().read(row.folder(), watch));
              return found.get().map(CaseFile::verification);
            });
    return new VerifySheet(
        subject,
        means.background(),
        () -> found.get().ifPresent(file -> table.show(row.read(file))),
        means.controls()::hideSheet);
  }

  private void put(CaseRow row, Consumer<CaseRow> done) {
    table.show(row);
    done.accept(row);
  }

  @Override
  public void close() {
    running.forEach(Background.Running::cancel);
  }
}
