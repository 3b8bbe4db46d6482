package org.lazaretto.range.http;

import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.store.ApiProblem;

/** One request until its answer is on the way. Used by the event loop of its connection only. */
final class Exchange {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final AuditLog.Call UNKNOWN = new AuditLog.Call("", "", "", "", "");

  private final HttpServerRequest request;
  private final String auditId;
  private final RangeClock clock;
  private final ServerParts.Instruments instruments;
  private String user = "";
  private boolean silent;
  private AuditLog.Call call = UNKNOWN;

  Exchange(
      HttpServerRequest request,
      String auditId,
      RangeClock clock,
      ServerParts.Instruments instruments) {
    this.request = request;
    this.auditId = auditId;
    this.clock = clock;
    this.instruments = instruments;
  }

  HttpServerRequest request() {
    return request;
  }

  void knownAs(String name) {
    user = name;
  }

  /** Has the answer begin and then say nothing, if it is one that goes on. */
  void fallSilent() {
    silent = true;
  }

  void asks(AuditLog.Call what) {
    call = what;
  }

  AuditLog.Call call() {
    return call;
  }

  private void note(int code) {
    instruments
        .audit()
        .add(new AuditLog.Entry(clock.now(), auditId, user, call, request.uri(), code));
  }

  private HttpServerResponse prepared(int code, String contentType) {
    HttpServerResponse response = request.response().setStatusCode(code);
    response.putHeader("Audit-Id", auditId);
    response.putHeader(HttpHeaders.DATE, DATE.format(clock.now()));
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache, private");
    return response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
  }

  void refuse(ApiProblem problem) {
    whole(Answer.problem(problem));
  }

  void whole(Answer.Whole answer) {
    note(answer.code());
    if (request.response().closed()) {
      return;
    }
    HttpServerResponse response = prepared(answer.code(), answer.contentType());
    answer.headers().forEach((name, value) -> response.putHeader(name, value));
    response.end(answer.body());
  }

  /** The request was carried out, but nobody will know. */
  void lose(int code) {
    note(code);
    request.response().reset();
  }

  void chunks(Answer.Ongoing answer, Context context) {
    note(200);
    HttpServerResponse response = prepared(200, answer.contentType()).setChunked(true);
    VertxOutlet outlet = VertxOutlet.chunks(context, response);
    response.writeHead();
    begin(answer, outlet, context);
  }

  void messages(Answer.Ongoing answer, Context context) {
    note(101);
    boolean binary = !answer.contentType().equals(Answer.JSON);
    request
        .toWebSocket()
        .onSuccess(socket -> begin(answer, VertxOutlet.messages(context, socket, binary), context));
  }

  /** Lets a client into a container, if it can speak over a WebSocket. */
  void channels(Answer.Channels answer, Context context) {
    Optional<ApiProblem> unable = ChannelFrames.refusal(request.headers());
    if (unable.isPresent()) {
      refuse(unable.get());
      return;
    }
    note(101);
    request.toWebSocket().onSuccess(socket -> converse(answer, socket, context));
  }

  /** What a client sends is handed on in its order, in threads that may block. */
  private void converse(Answer.Channels answer, ServerWebSocket socket, Context context) {
    VertxOutlet outlet = VertxOutlet.messages(context, socket, true);
    instruments.faults().running(outlet);
    ChannelSession session = new ChannelSession(outlet, answer.errand());
    AtomicReference<ContainerDoor.@Nullable Visit> visit = new AtomicReference<>();
    context
        .executeBlocking(
            () -> {
              visit.set(session.begin(answer.door(), answer.pod()));
              return true;
            },
            true)
        .onFailure(failure -> outlet.cut());
    socket.binaryMessageHandler(message ->
        context.executeBlocking(
            () -> {
              ContainerDoor.Visit there = visit.get();
              if (there != null) {
                ChannelFrames.deliver(message.getBytes(), there);
              }
              return true;
            },
            true));
  }

  private void begin(Answer.Ongoing answer, VertxOutlet outlet, Context context) {
    if (silent) {
      outlet.silence();
    }
    instruments.faults().running(outlet);
    context
        .executeBlocking(
            () -> {
              answer.live().begin(outlet);
              return true;
            },
            false)
        .onFailure(failure -> outlet.cut());
  }
}
