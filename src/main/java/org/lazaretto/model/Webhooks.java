package org.lazaretto.model;

import java.time.Instant;
import java.util.List;

/**
 * A configuration of admission webhooks: who is asked before the server stores a change (T-32).
 *
 * @param mutating whether they may alter the change, or only refuse it
 * @param created when the configuration was made
 */
public record Webhooks(ObjectRef object, boolean mutating, Instant created, List<Hook> hooks)
    implements ClusterObject {
  /** Copies what it is given. */
  public Webhooks {
    hooks = List.copyOf(hooks);
  }

  /**
   * One webhook.
   *
   * @param name its name in the configuration
   * @param service {@code namespace/name} of the service that answers; empty with a URL
   * @param url where it is asked outside the cluster; empty with a service
   * @param refusesWithoutAnswer whether the change is refused when it does not answer
   * @param narrowed whether selectors or conditions, which are not modelled here, may spare objects
   * @param rules what it is asked about
   */
  public record Hook(
      String name,
      String service,
      String url,
      boolean refusesWithoutAnswer,
      boolean narrowed,
      List<AskedAbout> rules) {
    /** Copies what it is given. */
    public Hook {
      rules = List.copyOf(rules);
    }

    /** Whether it is asked about that operation, such as {@code UPDATE} of core {@code nodes}. */
    public boolean asked(String operation, String group, String resource) {
      return rules.stream().anyMatch(rule -> rule.covers(operation, group, resource));
    }
  }

  /**
   * What a webhook is asked about; {@code *} stands for all.
   *
   * @param resources plurals, with the subresource behind a slash
   */
  public record AskedAbout(List<String> operations, List<String> groups, List<String> resources) {
    /** Copies what it is given. */
    public AskedAbout {
      operations = List.copyOf(operations);
      groups = List.copyOf(groups);
      resources = List.copyOf(resources);
    }

    private boolean covers(String operation, String group, String resource) {
      return in(operations, operation) && in(groups, group) && inResources(resource);
    }

    /** {@code *} leaves subresources out, and {@code pods/*} is every subresource of pods. */
    private boolean inResources(String resource) {
      int slash = resource.indexOf('/');
      String all = slash < 0 ? "*" : resource.substring(0, slash) + "/*";
      String every = slash < 0 ? "*" : "*" + resource.substring(slash);
      return resources.contains(resource)
          || resources.contains(all)
          || resources.contains(every)
          || resources.contains("*/*");
    }

    private static boolean in(List<String> words, String word) {
      return words.contains("*") || words.contains(word);
    }
  }

  @Override
  public ObservedKind observedKind() {
    return mutating ? ObservedKind.MUTATING_WEBHOOKS : ObservedKind.VALIDATING_WEBHOOKS;
  }
}
