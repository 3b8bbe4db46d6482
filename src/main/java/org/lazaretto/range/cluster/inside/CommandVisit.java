package org.lazaretto.range.cluster.inside;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.http.ContainerDoor.Errand;
import org.lazaretto.range.http.ContainerDoor.Visit;
import org.lazaretto.range.shell.Shell;

/** One command. If it reads its input, it runs when that has all come. */
final class CommandVisit implements Visit {
  private static final int MOST_INPUT = 4 << 20;
  private static final int INTERRUPTED = 130;
  private static final byte CONTROL_C = 3;

  private final Shell shell;
  private final List<String> command;
  private final Visitor visitor;
  private final Errand errand;
  private final ByteArrayOutputStream input = new ByteArrayOutputStream();
  private boolean waits;

  CommandVisit(Shell shell, List<String> command, Visitor visitor, Errand errand) {
    this.shell = shell;
    this.command = command;
    this.visitor = visitor;
    this.errand = errand;
  }

  synchronized void begin() {
    Optional<byte[]> read = errand.stdin() ? Optional.empty() : Optional.of(new byte[0]);
    Optional<Shell.Outcome> outcome = shell.run(command, read);
    waits = outcome.isEmpty();
    outcome.ifPresent(this::tell);
  }

  private void tell(Shell.Outcome outcome) {
    if (outcome.endless()) {
      write(outcome);
    } else if (outcome.delay().isZero()) {
      finish(outcome);
    } else {
      visitor.after(outcome.delay(), () -> finish(outcome));
    }
  }

  private void write(Shell.Outcome outcome) {
    visitor.out(outcome.out(), errand.tty());
    visitor.err(outcome.err(), errand.tty());
  }

  private void finish(Shell.Outcome outcome) {
    write(outcome);
    visitor.end(outcome.code());
  }

  @Override
  public void input(byte[] bytes) {
    visitor.pass(() -> typed(bytes));
  }

  private synchronized void typed(byte[] bytes) {
    if (errand.tty() && bytes.length > 0 && bytes[0] == CONTROL_C) {
      visitor.end(INTERRUPTED);
    } else if (waits && input.size() + bytes.length <= MOST_INPUT) {
      input.writeBytes(bytes);
    }
  }

  @Override
  public void inputEnds() {
    visitor.pass(this::closed);
  }

  private synchronized void closed() {
    if (waits) {
      waits = false;
      shell.run(command, Optional.of(input.toByteArray())).ifPresent(this::tell);
    }
  }

  @Override
  public void resize(int columns, int rows) {}

  @Override
  public void leave() {
    visitor.leave();
  }
}
