package org.lazaretto.range.cluster.inside;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;
import org.lazaretto.range.clock.Cancellable;
import org.lazaretto.range.http.ContainerDoor.Visit;
import org.lazaretto.range.shell.Shell;
import org.lazaretto.range.shell.Terminal;

/** A shell that takes line after line. What is typed while a command runs waits for its end. */
final class PromptVisit implements Visit, Terminal.Keys {
  private static final int MOST_WAITING = 1000;

  private final Shell shell;
  private final Visitor visitor;
  private final boolean tty;
  private final IntConsumer ended;
  private final Terminal terminal;
  private final Deque<String> waiting = new ArrayDeque<>();
  private final StringBuilder open = new StringBuilder();
  private Cancellable running = () -> {};
  private boolean busy;
  private boolean inputEnded;

  private PromptVisit(Shell shell, Visitor visitor, boolean tty, IntConsumer ended) {
    this.shell = shell;
    this.visitor = visitor;
    this.tty = tty;
    this.ended = ended;
    this.terminal = new Terminal(tty);
  }

  /**
   * Begins.
   *
   * @param ended is told the code with which the shell ends
   */
  static PromptVisit begin(Shell shell, Visitor visitor, boolean tty, IntConsumer ended) {
    PromptVisit visit = new PromptVisit(shell, visitor, tty, ended);
    visit.resize(80, 24);
    visit.prompt();
    return visit;
  }

  private void prompt() {
    if (tty) {
      visitor.show(open.isEmpty() ? shell.prompt() : "> ");
    }
  }

  @Override
  public void input(byte[] bytes) {
    visitor.pass(() -> typed(bytes));
  }

  private synchronized void typed(byte[] bytes) {
    terminal.type(bytes, this);
  }

  @Override
  public void show(String text) {
    visitor.show(text);
  }

  @Override
  public void line(String text) {
    if (busy) {
      if (waiting.size() < MOST_WAITING) {
        waiting.add(text);
      }
    } else {
      run(text);
    }
  }

  private void run(String text) {
    open.append(open.isEmpty() ? "" : "\n").append(text);
    if (!shell.complete(open.toString())) {
      prompt();
      return;
    }
    String whole = open.toString();
    open.setLength(0);
    Shell.Outcome outcome = shell.line(whole);
    if (outcome.endless()) {
      busy = true;
      write(outcome);
    } else if (outcome.delay().isZero()) {
      finish(outcome);
    } else {
      busy = true;
      running = visitor.after(outcome.delay(), () -> finish(outcome));
    }
  }

  private void write(Shell.Outcome outcome) {
    visitor.out(outcome.out(), tty);
    visitor.err(outcome.err(), tty);
  }

  private synchronized void finish(Shell.Outcome outcome) {
    busy = false;
    write(outcome);
    if (shell.exited().isPresent()) {
      ended.accept(shell.exited().get());
      return;
    }
    prompt();
    while (!busy && visitor.isHere() && !waiting.isEmpty()) {
      run(waiting.removeFirst());
    }
    if (inputEnded && !busy && waiting.isEmpty()) {
      ended.accept(shell.last());
    }
  }

  @Override
  public void interrupt() {
    running.cancel();
    busy = false;
    waiting.clear();
    open.setLength(0);
    shell.interrupted();
    prompt();
  }

  @Override
  public void end() {
    ended.accept(shell.last());
  }

  @Override
  public void inputEnds() {
    visitor.pass(this::closed);
  }

  private synchronized void closed() {
    String rest = terminal.rest();
    inputEnded = true;
    if (!rest.isEmpty()) {
      line(rest);
    } else if (!busy) {
      ended.accept(shell.last());
    }
  }

  @Override
  public void resize(int columns, int rows) {
    if (tty) {
      visitor.pass(() -> shell.window(columns, rows));
    }
  }

  @Override
  public void leave() {
    visitor.leave();
  }
}
