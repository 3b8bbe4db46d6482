package org.lazaretto.range.http.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/** Allows everything to {@code system:masters} and, to others, everything that is not denied. */
public final class Denials implements Authorizer {
  private static final List<String> VERBS =
      List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");
  private static final String ANY = "*";

  private final List<Denial> denials;

  /**
   * Denies by a list.
   *
   * @param denials none means that everything is allowed
   */
  public Denials(List<Denial> denials) {
    this.denials = List.copyOf(denials);
  }

  /**
   * What is denied.
   *
   * @param verbs {@code *} is any
   * @param resources plural, with the subresource behind a slash; {@code *} is any
   * @param namespaces {@code *} is any; else only requests for these namespaces are denied
   */
  public record Denial(Set<String> verbs, Set<String> resources, Set<String> namespaces) {
    /** Copies what it holds. */
    public Denial {
      verbs = Set.copyOf(verbs);
      resources = Set.copyOf(resources);
      namespaces = Set.copyOf(namespaces);
    }

    /** Denied in every namespace. */
    public static Denial everywhere(Set<String> verbs, Set<String> resources) {
      return new Denial(verbs, resources, Set.of(ANY));
    }

    private boolean covers(String verb, String resource, String namespace) {
      return has(verbs, verb) && has(resources, resource) && has(namespaces, namespace);
    }

    private static boolean has(Set<String> words, String word) {
      return words.contains(ANY) || words.contains(word);
    }
  }

  @Override
  public boolean allows(Identity who, Access what) {
    return who.groups().contains(Identity.MASTERS)
        || !what.path().isEmpty()
        || allowed(what.verb(), what.qualifiedResource(), what.namespace());
  }

  private boolean allowed(String verb, String resource, String namespace) {
    return denials.stream().noneMatch(denial -> denial.covers(verb, resource, namespace));
  }

  @Override
  public List<Rule> rules(Identity who, String namespace) {
    if (who.groups().contains(Identity.MASTERS)) {
      return List.of(new Rule(List.of(ANY), List.of(ANY), List.of(ANY)));
    }
    List<Rule> rules = new ArrayList<>();
    for (ResourceType type : ResourceTypes.all()) {
      add(rules, type, type.plural(), namespace);
      for (String sub : type.subresources().stream().sorted().toList()) {
        add(rules, type, type.plural() + "/" + sub, namespace);
      }
    }
    return rules;
  }

  private void add(List<Rule> rules, ResourceType type, String resource, String namespace) {
    List<String> verbs = VERBS.stream().filter(verb -> allowed(verb, resource, namespace)).toList();
    if (!verbs.isEmpty()) {
      rules.add(new Rule(verbs, List.of(type.group()), List.of(resource)));
    }
  }
}
