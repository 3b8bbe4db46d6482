package org.lazaretto.range.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lazaretto.range.http.security.Identity;

/** Finds what answers a request, once its sender was found to be allowed to make it. */
final class Routing {
  private final Endpoints endpoints;
  private final List<Pages> pages;
  private final Kinds kinds;
  private final Doorman doorman;

  Routing(ServerParts parts) {
    this.kinds = Kinds.in(parts.store());
    this.doorman = new Doorman(parts.security());
    this.endpoints = Endpoints.of(parts, kinds);
    this.pages =
        List.of(
            new StatePages(parts.gitVersion()), new DiscoveryPages(kinds), new OpenApiPages(kinds));
  }

  /**
   * What a client asks, without its body.
   *
   * @param method as in {@code GET}
   * @param path still encoded, without query
   * @param query the words behind the question mark
   * @param accept the forms that it reads
   * @param agent the program, as it calls itself
   */
  record Asked(String method, String path, Query query, String accept, String agent) {}

  /** A request that waits for its body. */
  @FunctionalInterface
  interface Prepared {
    /** The work that gives the answer; it may block and may refuse. */
    Supplier<Answer> with(ApiRequest.Body body);
  }

  Doorman doorman() {
    return doorman;
  }

  /**
   * Finds the way of a request.
   *
   * @param known who sends it, if that is known
   * @param told hears what is asked before anything is refused
   * @throws org.lazaretto.range.store.ApiProblem if it is refused
   */
  Prepared prepare(Asked asked, Optional<Identity> known, Consumer<AuditLog.Call> told) {
    return switch (Destination.of(asked.path(), kinds)) {
      case Destination.Path path -> page(asked, path, known, told);
      case Destination.Objects(Where where) -> objects(asked, where, known, told);
    };
  }

  private Prepared page(
      Asked asked, Destination.Path at, Optional<Identity> known, Consumer<AuditLog.Call> told) {
    String method = asked.method();
    String path = at.path();
    told.accept(new AuditLog.Call(method.toLowerCase(Locale.ROOT), "", "", "", ""));
    if (known.isEmpty() && !StatePages.isPublic(path)) {
      throw Doorman.unauthorized();
    }
    Identity who = known.orElse(Identity.ANONYMOUS);
    doorman.allow(who, at.access(method));
    return body -> {
      Pages.PageRequest page = new Pages.PageRequest(method, path, asked.accept(), body, who);
      return () ->
          pages.stream()
              .flatMap(p -> p.answer(page).stream())
              .findFirst()
              .orElseGet(Routing::notFound);
    };
  }

  private static Answer notFound() {
    return Answer.text(404, "404 page not found\n");
  }

  private Prepared objects(
      Asked asked, Where where, Optional<Identity> known, Consumer<AuditLog.Call> told) {
    String verb = Endpoints.verb(asked.method(), where, asked.query());
    told.accept(
        new AuditLog.Call(
            verb, where.type().plural(), where.subresource(), where.namespace(), where.name()));
    Identity who = known.orElseThrow(Doorman::unauthorized);
    if (!where.subresource().isEmpty()
        && !where.type().subresources().contains(where.subresource())) {
      return body -> Routing::notFound;
    }
    doorman.allow(who, where.access(ConnectEndpoint.right(verb, where)));
    Endpoint endpoint = endpoints.find(verb, where).orElseThrow(Endpoints::notAllowed);
    return body -> {
      ApiRequest request =
          new ApiRequest(verb, where, asked.query(), asked.accept(), body, who, asked.agent());
      return () -> endpoint.answer(request);
    };
  }
}
