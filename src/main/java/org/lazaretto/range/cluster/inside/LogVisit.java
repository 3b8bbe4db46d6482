package org.lazaretto.range.cluster.inside;

import java.nio.charset.StandardCharsets;
import org.lazaretto.range.clock.Cancellable;
import org.lazaretto.range.cluster.node.ContainerLogs;
import org.lazaretto.range.http.ContainerDoor.Visit;
import org.lazaretto.range.store.Stored;

/** Being with a process that takes no input: hearing what it writes from now on. */
final class LogVisit implements Visit {
  private static final int CONTROL_C = 3;

  private final Visitor visitor;
  private final Cancellable following;

  private LogVisit(Visitor visitor, Cancellable following) {
    this.visitor = visitor;
    this.following = following;
  }

  static LogVisit begin(ContainerLogs logs, Stored pod, String container, Visitor visitor) {
    long next = logs.written(pod, container, false).next();
    return new LogVisit(
        visitor,
        logs.follow(
            pod,
            container,
            next,
            line -> visitor.out((line.text() + "\n").getBytes(StandardCharsets.UTF_8), false),
            () -> visitor.end(0)));
  }

  @Override
  public void input(byte[] bytes) {
    if (bytes.length > 0 && bytes[0] == CONTROL_C) {
      visitor.end(0);
    }
  }

  @Override
  public void inputEnds() {}

  @Override
  public void resize(int columns, int rows) {}

  @Override
  public void leave() {
    following.cancel();
    visitor.leave();
  }
}
