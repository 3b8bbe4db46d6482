package org.lazaretto.range.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/** What a request is for. */
sealed interface Destination {
  /** Objects of the cluster. */
  record Objects(Where where) implements Destination {}

  /** Anything else, by its path. */
  record Path(String path) implements Destination {}

  /** Reads a path, still encoded. */
  static Destination of(String rawPath) {
    return segments(rawPath)
        .flatMap(Destination::objects)
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

  private static Optional<Where> objects(List<String> path) {
    if (path.size() > 2 && path.get(0).equals("api")) {
      return objects("", path.get(1), path.subList(2, path.size()));
    }
    if (path.size() > 3 && path.get(0).equals("apis")) {
      return objects(path.get(1), path.get(2), path.subList(3, path.size()));
    }
    return Optional.empty();
  }

  private static Optional<Where> objects(String group, String version, List<String> rest) {
    boolean namespaced =
        rest.size() > 2
            && rest.get(0).equals("namespaces")
            && !ResourceTypes.NAMESPACES.subresources().contains(rest.get(2));
    String namespace = namespaced ? rest.get(1) : "";
    List<String> words = namespaced ? rest.subList(2, rest.size()) : rest;
    if (words.size() > 3) {
      return Optional.empty();
    }
    String name = words.size() > 1 ? words.get(1) : "";
    String sub = words.size() > 2 ? words.get(2) : "";
    return ResourceTypes.find(group, version, words.get(0))
        .filter(type -> fits(type, namespaced, name))
        .map(type -> new Where(type, namespace, name, sub));
  }

  /** One object of a namespaced kind stands below its namespace, and nothing else does. */
  private static boolean fits(ResourceType type, boolean namespaced, String name) {
    return type.namespaced() ? namespaced || name.isEmpty() : !namespaced;
  }
}
