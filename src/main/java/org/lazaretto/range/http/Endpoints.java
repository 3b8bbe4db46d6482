package org.lazaretto.range.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ResourceType;

/** The one table of what can be done with objects: subresource and verb. */
final class Endpoints {
  private final Map<String, Endpoint> table = new HashMap<>();

  private Endpoints() {}

  static Endpoints of(ServerParts parts, Kinds kinds) {
    Views views = new Views(parts.clock(), kinds);
    ReadEndpoints reads = new ReadEndpoints(parts.store(), views);
    WriteEndpoints writes = new WriteEndpoints(parts, kinds, views);
    DeleteEndpoints deletes = new DeleteEndpoints(parts.store(), new Bodies(kinds), views);
    ScaleEndpoints scales = new ScaleEndpoints(parts, kinds);
    Endpoints all = new Endpoints();
    all.put("get", "", reads::get);
    all.put("list", "", reads::list);
    all.put("watch", "", new WatchEndpoint(parts.store(), views));
    all.put("create", "", writes::create);
    all.put("update", "", writes::update);
    all.put("patch", "", writes::patch);
    all.put("delete", "", deletes::delete);
    all.put("deletecollection", "", deletes::deleteCollection);
    all.put("get", "status", reads::get);
    all.put("update", "status", writes::update);
    all.put("patch", "status", writes::patch);
    all.put("get", "scale", scales::get);
    all.put("update", "scale", scales::update);
    all.put("patch", "scale", scales::patch);
    all.put("create", "eviction", new Evictions(parts.store(), parts.clock(), new Bodies(kinds)));
    all.put("get", "ephemeralcontainers", reads::get);
    all.put("update", "ephemeralcontainers", writes::update);
    all.put("patch", "ephemeralcontainers", writes::patch);
    all.put("get", "log", new LogEndpoint(parts));
    for (String way : List.of("exec", "attach")) {
      all.put("get", way, new ConnectEndpoint(parts));
      all.put("create", way, new ConnectEndpoint(parts));
    }
    all.put("create", "token", new TokenRequests(parts, new Bodies(kinds)));
    all.put("update", "finalize", writes::update);
    all.put("get", "approval", reads::get);
    all.put("update", "approval", writes::update);
    all.put("patch", "approval", writes::patch);
    all.put("get", "proxy", new NodeProxy(parts));
    all.put("create", "proxy", new NodeProxy(parts));
    all.reviews(new Reviews(parts.security(), new Bodies(kinds)));
    return all;
  }

  private void reviews(Reviews reviews) {
    put(ReviewTypes.WHO_AM_I, reviews::whoAmI);
    put(ReviewTypes.TOKEN, reviews::token);
    put(ReviewTypes.MAY_I, reviews::mayI);
    put(ReviewTypes.WHAT_MAY_I, reviews::whatMayI);
    put(ReviewTypes.MAY_SOMEBODY, reviews::maySomebody);
    put(ReviewTypes.MAY_SOMEBODY_HERE, reviews::maySomebody);
  }

  private void put(ResourceType review, Endpoint endpoint) {
    table.put("create " + review.qualified(), endpoint);
  }

  private void put(String verb, String subresource, Endpoint endpoint) {
    table.put(verb + " " + subresource, endpoint);
  }

  /** What answers, if anything does. */
  Optional<Endpoint> find(String verb, Where where) {
    boolean needsNamespace = verb.equals("create") || verb.equals("deletecollection");
    if (where.type().namespaced() && where.namespace().isEmpty() && needsNamespace) {
      return Optional.empty();
    }
    String below =
        ReviewTypes.all().contains(where.type()) ? where.type().qualified() : where.subresource();
    return Optional.ofNullable(table.get(verb + " " + below));
  }

  /** 405, as a real server says it. */
  static ApiProblem notAllowed() {
    return ApiProblem.of(
        405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
  }

  /** What HTTP's method means for these objects; empty for a method that means nothing. */
  static String verb(String method, Where where, Query query) {
    boolean one = !where.name().isEmpty();
    boolean below = !where.subresource().isEmpty();
    return switch (method) {
      case "GET" -> {
        if (!below && query.isTrue("watch")) {
          yield "watch";
        }
        yield one ? "get" : "list";
      }
      case "POST" -> one == below ? "create" : "";
      case "PUT" -> one ? "update" : "";
      case "PATCH" -> one ? "patch" : "";
      case "DELETE" -> one ? "delete" : "deletecollection";
      default -> "";
    };
  }
}
