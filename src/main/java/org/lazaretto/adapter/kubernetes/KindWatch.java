package org.lazaretto.adapter.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.lazaretto.adapter.kubernetes.KubernetesWatch.Hearing;
import org.lazaretto.adapter.kubernetes.decode.ObjectDecoder;
import org.lazaretto.adapter.kubernetes.decode.WatchEvent;
import org.lazaretto.adapter.kubernetes.wire.Answered;
import org.lazaretto.adapter.kubernetes.wire.Call;
import org.lazaretto.adapter.kubernetes.wire.Opened;
import org.lazaretto.adapter.kubernetes.wire.Refusals;
import org.lazaretto.adapter.kubernetes.wire.Transport;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.port.PortException;

/**
 * Lists and watches one kind for ever: list, watch from the list's revision, watch again from the
 * last revision heard when the stream ends, list again when the server no longer has that revision.
 */
final class KindWatch implements Runnable {
  private final ObservedKind kind;
  private final ObjectDecoder decoder;
  private final Transport transport;
  private final Hearing hearing;
  private final Pages pages;
  private final Backoff backoff;
  private Optional<String> revision = Optional.empty();

  KindWatch(ObservedKind kind, ObjectDecoder decoder, Transport transport, Hearing hearing) {
    this.kind = kind;
    this.decoder = decoder;
    this.transport = transport;
    this.hearing = hearing;
    WatchPace pace = hearing.pace();
    this.pages = new Pages(transport, pace.answer(), pace.page());
    this.backoff = new Backoff(pace.firstDelay(), pace.mostDelay(), ThreadLocalRandom.current());
  }

  @Override
  public void run() {
    try {
      while (hearing.open()) {
        hearing.pause(turn());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** One list or one watch; returns how long to wait before the next. */
  private Duration turn() {
    try {
      if (revision.isEmpty()) {
        list();
        return Duration.ZERO;
      }
      return watch(revision.get()) ? Duration.ZERO : backoff.delay();
    } catch (PortException failure) {
      return failed(failure);
    }
  }

  private Duration failed(PortException failure) {
    if (!hearing.open()) {
      return Duration.ZERO;
    }
    return switch (failure.kind()) {
      case GONE -> {
        revision = Optional.empty();
        yield backoff.delay();
      }
      case FORBIDDEN, NOT_FOUND -> {
        revision = Optional.empty();
        hearing.sink().denied(kind, String.valueOf(failure.getMessage()));
        yield hearing.pace().deniedDelay();
      }
      default -> {
        hearing.sink().lost(kind, String.valueOf(failure.getMessage()));
        yield backoff.delay();
      }
    };
  }

  private void list() throws PortException {
    hearing.sink().listing(kind);
    String listed =
        pages.each(
            kind.listPath(),
            decoder,
            page -> {
              hearing.skipped(page.skipped());
              hearing.sink().page(kind, page.objects());
            });
    hearing.sink().listed(kind, hearing.clock().instant());
    backoff.reset();
    revision = Optional.of(listed);
  }

  /** Watches until the stream ends; whether anything was heard. */
  private boolean watch(String from) throws PortException {
    long term = hearing.pace().term().toSeconds();
    Call call =
        Call.get(
            kind.listPath()
                + "?watch=true&allowWatchBookmarks=true&resourceVersion="
                + ApiPath.word(from)
                + "&timeoutSeconds="
                + ThreadLocalRandom.current().nextLong(term, 2 * term));
    Opened opened = transport.open(call, hearing.pace().idle());
    try (InputStream body = opened.body()) {
      if (!opened.head().good()) {
        throw Refusals.of(new Answered(call, opened.head(), body.readNBytes(1 << 20)));
      }
      hearing.sink().alive(kind, hearing.clock().instant());
      return hear(new WatchLines(body));
    } catch (WatchLines.OddLineException odd) {
      revision = Optional.empty();
      throw new PortException(
          PortException.Kind.SERVER_ERROR, call.line() + ": " + odd.getMessage());
    } catch (IOException broken) {
      return false;
    }
  }

  private boolean hear(WatchLines lines) throws IOException, PortException {
    boolean heard = false;
    try {
      while (hearing.open() && lines.next()) {
        take(lines.event(decoder));
        heard = true;
        backoff.reset();
      }
      return heard;
    } catch (WatchLines.OddLineException odd) {
      throw odd;
    } catch (IOException broken) {
      return heard;
    }
  }

  private void take(WatchEvent event) throws PortException {
    switch (event) {
      case WatchEvent.Changed(var object, var at) -> {
        hearing.sink().changed(object);
        reached(at);
      }
      case WatchEvent.Gone(var uid, var at) -> {
        hearing.sink().removed(kind, uid);
        reached(at);
      }
      case WatchEvent.Bookmark(var at) -> reached(at);
      case WatchEvent.Failed(var code, var message) ->
          throw new PortException(
              code == 410 ? PortException.Kind.GONE : PortException.Kind.SERVER_ERROR, message);
      case WatchEvent.Odd _ -> hearing.skipped(1);
    }
  }

  private void reached(String at) {
    if (!at.isEmpty()) {
      revision = Optional.of(at);
    }
    hearing.sink().alive(kind, hearing.clock().instant());
  }
}
