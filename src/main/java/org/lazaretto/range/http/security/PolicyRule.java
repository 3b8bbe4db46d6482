package org.lazaretto.range.http.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * One rule of a role: what may be done with what (Kubernetes documentation, "Using RBAC
 * Authorization").
 *
 * @param verbs {@code *} is any
 * @param groups API groups; {@code *} is any, empty text the core group
 * @param resources plural, as in {@code pods}, {@code pods/log} or {@code *}{@code /scale}
 * @param names of single objects; none means all
 * @param paths of what is no resource; {@code *} at the end is anything that follows
 */
public record PolicyRule(
    List<String> verbs,
    List<String> groups,
    List<String> resources,
    List<String> names,
    List<String> paths) {
  /** What stands for anything. */
  public static final String ANY = "*";

  /** Copies what it holds. */
  public PolicyRule {
    verbs = List.copyOf(verbs);
    groups = List.copyOf(groups);
    resources = List.copyOf(resources);
    names = List.copyOf(names);
    paths = List.copyOf(paths);
  }

  static List<PolicyRule> of(JsonNode rules) {
    return rules
        .valueStream()
        .map(rule ->
            new PolicyRule(
                words(rule.path("verbs")),
                words(rule.path("apiGroups")),
                words(rule.path("resources")),
                words(rule.path("resourceNames")),
                words(rule.path("nonResourceURLs"))))
        .toList();
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(word -> word.asText("")).toList();
  }

  boolean allows(Access what) {
    if (!has(verbs, what.verb())) {
      return false;
    }
    return what.path().isEmpty()
        ? has(groups, what.group()) && coversResource(what) && coversName(what.name())
        : paths.stream().anyMatch(path -> coversPath(path, what.path()));
  }

  private static boolean has(List<String> words, String word) {
    return words.contains(ANY) || words.contains(word);
  }

  private boolean coversResource(Access what) {
    return has(resources, what.qualifiedResource())
        || (!what.subresource().isEmpty() && resources.contains("*/" + what.subresource()));
  }

  private boolean coversName(String name) {
    return names.isEmpty() || names.contains(name);
  }

  private static boolean coversPath(String rule, String path) {
    return rule.equals(path)
        || (rule.endsWith(ANY) && path.startsWith(rule.substring(0, rule.length() - 1)));
  }

  /** The same taken apart, so that each part has one verb and one resource or path. */
  List<PolicyRule> atoms() {
    List<PolicyRule> atoms = new ArrayList<>();
    for (String verb : verbs) {
      for (String path : paths) {
        atoms.add(new PolicyRule(List.of(verb), List.of(), List.of(), List.of(), List.of(path)));
      }
      for (String group : groups) {
        for (String resource : resources) {
          atoms.add(atom(verb, group, resource, List.of()));
        }
      }
    }
    return atoms.stream().flatMap(atom -> atom.byName(names)).toList();
  }

  private java.util.stream.Stream<PolicyRule> byName(List<String> wanted) {
    return wanted.isEmpty() || !paths.isEmpty()
        ? java.util.stream.Stream.of(this)
        : wanted.stream()
            .map(name ->
                atom(verbs.getFirst(), groups.getFirst(), resources.getFirst(), List.of(name)));
  }

  private static PolicyRule atom(String verb, String group, String resource, List<String> names) {
    return new PolicyRule(List.of(verb), List.of(group), List.of(resource), names, List.of());
  }

  /** Whether it grants at least what an atom does. */
  boolean includes(PolicyRule atom) {
    boolean verb = has(verbs, atom.verbs.getFirst());
    if (!atom.paths.isEmpty()) {
      String path = atom.paths.getFirst();
      return verb && paths.stream().anyMatch(own -> coversPath(own, path));
    }
    String resource = atom.resources.getFirst();
    int slash = resource.indexOf('/');
    boolean covered =
        has(resources, resource)
            || (slash >= 0 && resources.contains("*" + resource.substring(slash)));
    return verb
        && covered
        && has(groups, atom.groups.getFirst())
        && (names.isEmpty() || (!atom.names.isEmpty() && names.containsAll(atom.names)));
  }

  /** As a real server writes it into a refusal. */
  String compact() {
    StringJoiner parts = new StringJoiner(", ", "{", "}");
    part(parts, "APIGroups", groups);
    part(parts, "Resources", resources);
    part(parts, "NonResourceURLs", paths);
    part(parts, "ResourceNames", names);
    part(parts, "Verbs", verbs);
    return parts.toString();
  }

  private static void part(StringJoiner parts, String name, List<String> words) {
    if (!words.isEmpty()) {
      parts.add(name + ":" + quoted(words));
    }
  }

  /** As in {@code ["get" "list"]}. */
  static String quoted(List<String> words) {
    StringJoiner quoted = new StringJoiner(" ", "[", "]");
    words.forEach(word -> quoted.add("\"" + word + "\""));
    return quoted.toString();
  }
}
