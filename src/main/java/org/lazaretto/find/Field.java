package org.lazaretto.find;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a search term may look at, with the prefixes that confine a term to it. */
public enum Field {
  NAME(60, "name"),
  /** The UID of a pod or node, and the cloud's id of a node (for a pod: of its node). */
  ID(50, "id", "uid"),
  IP(50, "ip"),
  DIGEST(48, "digest"),
  OWNER(30, "owner"),
  NAMESPACE(25, "ns", "namespace"),
  NODE(20, "node"),
  SERVICE_ACCOUNT(18, "sa", "serviceaccount"),
  IMAGE(15, "image"),
  /** A label as {@code key=value}. */
  LABEL(10, "label");

  private final int weight;
  private final List<String> prefixes;

  Field(int weight, String... prefixes) {
    this.weight = weight;
    this.prefixes = List.of(prefixes);
  }

  /** How much a match here counts, before its quality. */
  int weight() {
    return weight;
  }

  /** The prefix as it is typed, without the colon. */
  public String prefix() {
    return prefixes.getFirst();
  }

  /** The field of that prefix in lower case. */
  static Optional<Field> of(String prefix) {
    return Arrays.stream(values()).filter(field -> field.prefixes.contains(prefix)).findFirst();
  }
}
