package org.lazaretto.range.http;

import java.util.ArrayDeque;
import java.util.Deque;
import org.lazaretto.range.http.ContainerDoor.Ending;
import org.lazaretto.range.http.ContainerDoor.Errand;
import org.lazaretto.range.store.Stored;

/**
 * One exec or attach over a WebSocket. What a container writes waits here until the client has read
 * what came before; a client that does not read is given up.
 */
final class ChannelSession implements ContainerDoor.Client {
  private static final int MOST_WAITING = 8 << 20;

  private final Outlet outlet;
  private final Errand errand;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int bytes;
  private boolean ending;
  private boolean ended;

  ChannelSession(Outlet outlet, Errand errand) {
    this.outlet = outlet;
    this.errand = errand;
  }

  /** Lets the client in; in a thread that may block. */
  ContainerDoor.Visit begin(ContainerDoor door, Stored pod) {
    outlet.run(() -> outlet.onDrain(this::pump));
    queue(ChannelFrames.STDOUT, new byte[0]);
    ContainerDoor.Visit visit = door.enter(pod, errand, this);
    outlet.onClose(visit::leave);
    return visit;
  }

  @Override
  public void out(byte[] written) {
    queue(ChannelFrames.STDOUT, written);
  }

  @Override
  public void err(byte[] written) {
    queue(errand.tty() ? ChannelFrames.STDOUT : ChannelFrames.STDERR, written);
  }

  @Override
  public void end(Ending how) {
    queue(ChannelFrames.ERROR, ChannelFrames.ending(how));
    synchronized (this) {
      ending = true;
    }
    outlet.run(this::pump);
  }

  private void queue(int channel, byte[] written) {
    synchronized (this) {
      if (ending) {
        return;
      }
      bytes += written.length;
      if (bytes > MOST_WAITING) {
        waiting.clear();
        ending = true;
      } else {
        waiting.addAll(ChannelFrames.of(channel, written));
      }
    }
    outlet.run(this::pump);
  }

  private void pump() {
    while (!ended && !outlet.full()) {
      byte[] next;
      synchronized (this) {
        next = waiting.poll();
        bytes -= next == null ? 0 : next.length - 1;
        ended = next == null && ending;
      }
      if (next == null) {
        break;
      }
      outlet.send(next);
    }
    if (ended) {
      outlet.end();
    }
  }
}
