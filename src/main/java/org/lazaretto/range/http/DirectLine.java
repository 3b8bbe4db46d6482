package org.lazaretto.range.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.lazaretto.range.http.security.Identity;
import org.lazaretto.range.store.ApiProblem;

/**
 * Leads to a server's parts without a network in between: the same tokens, rights, answers and
 * audit log as for anybody else. Misfortunes strike clients outside only.
 */
public final class DirectLine implements ApiLine {
  private static final AuditLog.Call UNKNOWN = new AuditLog.Call("", "", "", "", "");

  private final ServerParts parts;
  private final Routing routing;

  /** A line to these parts. */
  public DirectLine(ServerParts parts) {
    this.parts = parts;
    this.routing = new Routing(parts);
  }

  @Override
  public Reply ask(Question question) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(question.headers());
    AtomicReference<AuditLog.Call> call = new AtomicReference<>(UNKNOWN);
    AtomicReference<String> user = new AtomicReference<>("");
    Answer answer;
    try {
      Optional<Identity> who = routing.doorman().identify(headers);
      who.ifPresent(identity -> user.set(identity.user()));
      String type = header(headers, HttpHeaders.CONTENT_TYPE);
      answer =
          routing
              .prepare(asked(question, headers), who, call::set)
              .with(new ApiRequest.Body(type, Buffer.buffer(question.body())))
              .get();
    } catch (ApiProblem problem) {
      answer = Answer.problem(problem);
    }
    Answer.Whole whole = whole(answer, headers);
    String auditId = UUID.randomUUID().toString();
    parts
        .instruments()
        .audit()
        .add(
            new AuditLog.Entry(
                parts.clock().now(),
                auditId,
                user.get(),
                call.get(),
                question.target(),
                whole.code()));
    Map<String, String> told = new HashMap<>();
    told.put("audit-id", auditId);
    told.put("cache-control", "no-cache, private");
    told.put("content-type", whole.contentType());
    told.put("content-length", String.valueOf(whole.body().length()));
    return new Reply(whole.code(), told, whole.body().toString(StandardCharsets.UTF_8));
  }

  private static String header(MultiMap headers, CharSequence name) {
    return Optional.ofNullable(headers.get(name)).orElse("");
  }

  private static Routing.Asked asked(Question question, MultiMap headers) {
    int mark = question.target().indexOf('?');
    String target = question.target();
    return new Routing.Asked(
        question.method(),
        mark < 0 ? target : target.substring(0, mark),
        query(mark < 0 ? "" : target.substring(mark + 1)),
        header(headers, HttpHeaders.ACCEPT),
        header(headers, HttpHeaders.USER_AGENT));
  }

  private static Query query(String text) {
    Map<String, List<String>> words = new HashMap<>();
    for (String each : text.split("&", -1)) {
      int sign = each.indexOf('=');
      if (!each.isEmpty()) {
        String word = decoded(sign < 0 ? each : each.substring(0, sign));
        String value = sign < 0 ? "" : decoded(each.substring(sign + 1));
        words.computeIfAbsent(word, w -> new ArrayList<>()).add(value);
      }
    }
    return new Query(words);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException undecodable) {
      throw ApiProblem.badRequest("the query cannot be decoded");
    }
  }

  private static Answer.Whole whole(Answer answer, MultiMap headers) {
    return switch (answer) {
      case Answer.Whole complete -> complete;
      case Answer.Ongoing(String type, Answer.Live live) ->
          new Answer.Whole(200, type, Buffer.buffer(Moment.of(live)), Map.of());
      case Answer.Channels channels ->
          Answer.problem(
              ChannelFrames.refusal(headers)
                  .orElseGet(() -> ApiProblem.badRequest("Upgrade request required")));
    };
  }

  /** Takes what an answer that goes on has to say at once, and leaves. */
  private static final class Moment implements Outlet {
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final List<Runnable> closers = new ArrayList<>();

    static byte[] of(Answer.Live live) {
      Moment moment = new Moment();
      live.begin(moment);
      moment.end();
      return moment.heard.toByteArray();
    }

    @Override
    public void run(Runnable task) {
      task.run();
    }

    @Override
    public void send(byte[] message) {
      heard.writeBytes(message);
    }

    @Override
    public boolean full() {
      return false;
    }

    @Override
    public void end() {
      List<Runnable> all = List.copyOf(closers);
      closers.clear();
      all.forEach(Runnable::run);
    }

    @Override
    public void onDrain(Runnable task) {}

    @Override
    public void onClose(Runnable task) {
      closers.add(task);
    }

    @Override
    public void after(Duration real, Runnable task) {}
  }
}
