package org.lazaretto.range.http;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.lazaretto.range.http.Faults.Fault;
import org.lazaretto.range.http.security.Identity;
import org.lazaretto.range.store.ApiProblem;

/** The way of every request: who, what, may they, what does it come to. */
final class Gateway implements Handler<HttpServerRequest> {
  private static final int LARGEST_BODY = 3 << 20;

  private final Vertx vertx;
  private final ServerParts parts;
  private final Routing routing;

  Gateway(Vertx vertx, ServerParts parts) {
    this.vertx = vertx;
    this.parts = parts;
    this.routing = new Routing(parts);
  }

  @Override
  public void handle(HttpServerRequest request) {
    Exchange exchange =
        new Exchange(request, UUID.randomUUID().toString(), parts.clock(), parts.instruments());
    try {
      Optional<Identity> who = routing.doorman().identify(request);
      who.ifPresent(identity -> exchange.knownAs(identity.user()));
      withBody(exchange, routing.prepare(asked(request), who, exchange::asks));
    } catch (ApiProblem problem) {
      exchange.refuse(problem);
    }
  }

  private static Routing.Asked asked(HttpServerRequest request) {
    return new Routing.Asked(
        request.method().name(),
        Optional.ofNullable(request.path()).orElse("/"),
        query(request),
        header(request, HttpHeaders.ACCEPT),
        header(request, HttpHeaders.USER_AGENT));
  }

  private static String header(HttpServerRequest request, CharSequence name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }

  private static Query query(HttpServerRequest request) {
    Map<String, List<String>> words = new HashMap<>();
    try {
      request
          .params()
          .forEach(entry ->
              words.computeIfAbsent(entry.getKey(), k -> new ArrayList<>()).add(entry.getValue()));
    } catch (IllegalArgumentException undecodable) {
      throw ApiProblem.badRequest("the query cannot be decoded");
    }
    return new Query(words);
  }

  private void withBody(Exchange exchange, Routing.Prepared prepared) {
    HttpServerRequest request = exchange.request();
    Context context = vertx.getOrCreateContext();
    String type = header(request, HttpHeaders.CONTENT_TYPE);
    if (request.method().name().equals("GET")) {
      if (upgrades(request)) {
        request.pause();
      }
      run(exchange, context, prepared.with(new ApiRequest.Body(type, Buffer.buffer())));
      return;
    }
    Buffer collected = Buffer.buffer();
    boolean[] refused = {false};
    request.handler(chunk -> {
      if (collected.length() + chunk.length() <= LARGEST_BODY) {
        collected.appendBuffer(chunk);
      } else if (!refused[0]) {
        refused[0] = true;
        exchange.refuse(tooLarge());
      }
    });
    request.endHandler(ignored -> {
      if (!refused[0]) {
        run(exchange, context, prepared.with(new ApiRequest.Body(type, collected)));
      }
    });
  }

  private static ApiProblem tooLarge() {
    return ApiProblem.of(
        413, "RequestEntityTooLarge", "Request entity too large: limit is " + LARGEST_BODY);
  }

  private static boolean upgrades(HttpServerRequest request) {
    return header(request, HttpHeaders.UPGRADE).equalsIgnoreCase("websocket");
  }

  private void run(Exchange exchange, Context context, Supplier<Answer> work) {
    Optional<Fault> fault = parts.instruments().faults().next(exchange.call());
    if (fault.isPresent() && fault.get() instanceof Fault.LostRequest) {
      exchange.lose(0);
      return;
    }
    if (fault.isPresent() && fault.get() instanceof Fault.Refusal(ApiProblem problem)) {
      exchange.refuse(problem);
      return;
    }
    context
        .executeBlocking(() -> attempt(work), false)
        .onSuccess(answer -> deliver(exchange, context, answer, fault))
        .onFailure(bug -> failed(exchange, bug));
  }

  private static Answer attempt(Supplier<Answer> work) {
    try {
      return work.get();
    } catch (ApiProblem problem) {
      return Answer.problem(problem);
    }
  }

  private static void failed(Exchange exchange, Throwable bug) {
    exchange.refuse(ApiProblem.of(500, "InternalError", "Internal error occurred: " + bug));
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, bug);
  }

  private void deliver(Exchange exchange, Context context, Answer answer, Optional<Fault> fault) {
    if (fault.isPresent() && fault.get() instanceof Fault.LateAnswer(var real)) {
      vertx.setTimer(
          Math.max(1, real.toMillis()), id -> deliver(exchange, context, answer, Optional.empty()));
      return;
    }
    boolean lost = fault.isPresent() && fault.get() instanceof Fault.LostAnswer;
    if (fault.isPresent() && fault.get() instanceof Fault.Silence) {
      exchange.fallSilent();
    }
    switch (answer) {
      case Answer.Whole whole when lost -> exchange.lose(whole.code());
      case Answer.Whole whole -> exchange.whole(whole);
      case Answer.Ongoing ongoing when lost -> exchange.lose(200);
      case Answer.Ongoing ongoing when upgrades(exchange.request()) ->
          exchange.messages(ongoing, context);
      case Answer.Ongoing ongoing -> exchange.chunks(ongoing, context);
      case Answer.Channels channels when lost -> exchange.lose(101);
      case Answer.Channels channels -> exchange.channels(channels, context);
    }
  }
}
