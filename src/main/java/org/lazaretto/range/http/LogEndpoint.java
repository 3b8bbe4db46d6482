package org.lazaretto.range.http;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.lazaretto.range.clock.Cancellable;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Stored;

/** The logs of a pod's container, as they are or as they grow. */
final class LogEndpoint implements Endpoint {
  private static final String PLAIN = "text/plain";
  private static final int MOST_WAITING = 10_000;

  private final ServerParts parts;

  LogEndpoint(ServerParts parts) {
    this.parts = parts;
  }

  @Override
  public Answer answer(ApiRequest request) {
    Where where = request.where();
    Stored pod =
        parts
            .store()
            .get(where.type(), where.namespace(), where.name())
            .orElseThrow(() -> ApiProblem.notFound(where.type(), where.name()));
    LogQuery query = LogQuery.of(request.query(), pod, parts.clock().now());
    LogSource.Written written =
        parts.behaviour().logs().written(pod, query.container(), query.previous());
    List<LogSource.Line> lines = query.chosen(written.lines());
    Room room = new Room(query.limit().orElse(Long.MAX_VALUE));
    if (query.follow()) {
      return new Answer.Ongoing(
          PLAIN, outlet -> new Feed(query, room, outlet).begin(pod, lines, written.next(), parts));
    }
    Buffer body = Buffer.buffer();
    lines.forEach(line -> body.appendBytes(room.take(query.shown(line))));
    return new Answer.Whole(200, PLAIN, body, Map.of());
  }

  /** How many bytes may still be sent. */
  private static final class Room {
    private long left;

    Room(long left) {
      this.left = left;
    }

    byte[] take(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      byte[] fitting = bytes.length <= left ? bytes : Arrays.copyOf(bytes, (int) left);
      left -= fitting.length;
      return fitting;
    }

    boolean isFull() {
      return left == 0;
    }
  }

  /** Carries a growing log to a client as fast as it reads; one too slow is cut off. */
  private static final class Feed {
    private static final String END = "";

    private final LogQuery query;
    private final Room room;
    private final Outlet outlet;
    private final LinkedBlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    private boolean ended;

    Feed(LogQuery query, Room room, Outlet outlet) {
      this.query = query;
      this.room = room;
      this.outlet = outlet;
    }

    void begin(Stored pod, List<LogSource.Line> lines, long next, ServerParts parts) {
      lines.forEach(line -> waiting.add(query.shown(line)));
      outlet.run(() -> {
        outlet.onDrain(this::pump);
        pump();
      });
      Cancellable following =
          parts
              .behaviour()
              .logs()
              .follow(
                  pod, query.container(), next, line -> offer(query.shown(line)), () -> offer(END));
      outlet.onClose(following::cancel);
    }

    private void offer(String text) {
      waiting.add(waiting.size() < MOST_WAITING ? text : END);
      outlet.run(this::pump);
    }

    private void pump() {
      while (!ended && !outlet.full()) {
        @Nullable String text = waiting.poll();
        if (text == null) {
          return;
        }
        ended = text.equals(END);
        if (!ended) {
          outlet.send(room.take(text));
          ended = room.isFull();
        }
        if (ended) {
          outlet.end();
        }
      }
    }
  }
}
