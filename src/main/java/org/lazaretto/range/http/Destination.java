package org.lazaretto.range.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lazaretto.range.http.security.Access;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/** What a request is for. */
sealed interface Destination {
  /** Objects of the cluster. */
  record Objects(Where where) implements Destination {}

  /** Anything else, by its path. */
  record Path(String path) implements Destination {
    /** What must be allowed to ask for it: below a group's version even a kind that is unknown. */
    Access access(String method) {
      String verb = method.toLowerCase(Locale.ROOT);
      List<String> words = segments(path).orElse(List.of());
      boolean core = words.size() > 2 && words.getFirst().equals("api");
      boolean grouped = words.size() > 3 && words.getFirst().equals("apis");
      if (!core && !grouped) {
        return Access.toPath(verb, path);
      }
      List<String> rest = words.subList(core ? 2 : 3, words.size());
      boolean namespaced = rest.size() > 2 && rest.getFirst().equals("namespaces");
      String namespace = namespaced ? rest.get(1) : "";
      List<String> own = namespaced ? rest.subList(2, rest.size()) : rest;
      String name = own.size() > 1 ? own.get(1) : "";
      return new Access(
          resourceVerb(verb, name),
          core ? "" : words.get(1),
          own.getFirst(),
          own.size() > 2 ? own.get(2) : "",
          namespace,
          name,
          "");
    }

    private static String resourceVerb(String verb, String name) {
      return switch (verb) {
        case "post" -> "create";
        case "put" -> "update";
        case "get", "head" -> name.isEmpty() ? "list" : "get";
        case "delete" -> name.isEmpty() ? "deletecollection" : "delete";
        default -> verb;
      };
    }
  }

  /** Reads a path, still encoded. */
  static Destination of(String rawPath, Kinds kinds) {
    return segments(rawPath)
        .flatMap(path -> objects(path, kinds))
        .<Destination>map(Objects::new)
        .orElse(
            new Path(
                rawPath.length() > 1 && rawPath.endsWith("/")
                    ? rawPath.substring(0, rawPath.length() - 1)
                    : rawPath));
  }

  private static Optional<List<String>> segments(String rawPath) {
    List<String> segments = new ArrayList<>();
    for (String segment : rawPath.split("/", -1)) {
      if (!segment.isEmpty()) {
        try {
          segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException undecodable) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(segments);
  }

  private static Optional<Where> objects(List<String> path, Kinds kinds) {
    if (path.size() > 2 && path.get(0).equals("api")) {
      return objects("", path.get(1), path.subList(2, path.size()), kinds);
    }
    if (path.size() > 3 && path.get(0).equals("apis")) {
      return objects(path.get(1), path.get(2), path.subList(3, path.size()), kinds);
    }
    return Optional.empty();
  }

  private static Optional<Where> objects(
      String group, String version, List<String> rest, Kinds kinds) {
    boolean namespaced =
        rest.size() > 2
            && rest.get(0).equals("namespaces")
            && !ResourceTypes.NAMESPACES.subresources().contains(rest.get(2));
    String namespace = namespaced ? rest.get(1) : "";
    List<String> words = namespaced ? rest.subList(2, rest.size()) : rest;
    boolean leadsOn = words.size() > 2 && words.get(2).equals("proxy");
    if (words.size() > 3 && !leadsOn) {
      return Optional.empty();
    }
    String name = words.size() > 1 ? words.get(1) : "";
    String sub = words.size() > 2 ? words.get(2) : "";
    return kinds
        .find(group, version, words.get(0))
        .filter(type -> fits(type, namespaced, name))
        .map(type ->
            new Where(
                Kinds.stored(type),
                type,
                namespace,
                name,
                sub,
                leadsOn ? words.subList(3, words.size()) : List.of()));
  }

  /** One object of a namespaced kind stands below its namespace, and nothing else does. */
  private static boolean fits(ResourceType type, boolean namespaced, String name) {
    return type.namespaced() ? namespaced || name.isEmpty() : !namespaced;
  }
}
