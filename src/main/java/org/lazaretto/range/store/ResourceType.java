package org.lazaretto.range.store;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of object that the practice cluster serves.
 *
 * @param group API group, empty for the core group
 * @param version API version, as in {@code v1}
 * @param names what it is called
 * @param namespaced whether its objects live in namespaces
 * @param subresources served below an object, as in {@code status}, {@code scale}, {@code log}
 */
public record ResourceType(
    String group, String version, Names names, boolean namespaced, Set<String> subresources) {
  /** Copies what it holds. */
  public ResourceType {
    subresources = Set.copyOf(subresources);
  }

  /**
   * The names of a kind.
   *
   * @param kind as in {@code Pod}
   * @param plural as in {@code pods}, the word in paths
   * @param singular as in {@code pod}
   * @param shortNames as in {@code po}
   * @param categories as in {@code all}
   */
  public record Names(
      String kind,
      String plural,
      String singular,
      List<String> shortNames,
      List<String> categories) {
    /** Copies what it holds. */
    public Names {
      shortNames = List.copyOf(shortNames);
      categories = List.copyOf(categories);
    }
  }

  /** As in {@code Pod}. */
  public String kind() {
    return names.kind();
  }

  /** As in {@code pods}. */
  public String plural() {
    return names.plural();
  }

  /** As in {@code pod}. */
  public String singular() {
    return names.singular();
  }

  /** As in {@code po}. */
  public List<String> shortNames() {
    return names.shortNames();
  }

  /** As in {@code all}. */
  public List<String> categories() {
    return names.categories();
  }

  /** As an object says it: {@code v1} or {@code apps/v1}. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** As messages say it: {@code pods} or {@code deployments.apps}. */
  public String qualified() {
    return group.isEmpty() ? plural() : plural() + "." + group;
  }

  /** One and the same by group, version and plural, whatever else is known of it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResourceType type
        && type.plural().equals(plural())
        && type.group.equals(group)
        && type.version.equals(version);
  }

  @Override
  public int hashCode() {
    return 31 * plural().hashCode() + group.hashCode();
  }

  @Override
  public String toString() {
    return qualified();
  }
}
