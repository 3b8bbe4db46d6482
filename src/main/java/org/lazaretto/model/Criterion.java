package org.lazaretto.model;

/** The nine criteria by which a containment measure is rated, 1 to 5, 5 is best everywhere. */
public enum Criterion {
  APPLICABILITY("applicability", 20),
  PREPARATION("preparation effort", 10),
  COMPLEXITY("complexity", 10),
  COVERAGE("coverage", 10),
  BUSINESS_IMPACT("business impact", 20),
  VISIBILITY("visibility", 5),
  RESILIENCE("resilience", 10),
  REPRODUCIBILITY("reproducibility", 10),
  INTEROPERABILITY("interoperability", 5);

  private final String title;
  private final int weight;

  Criterion(String title, int weight) {
    this.title = title;
    this.weight = weight;
  }

  /** The criterion's name. */
  public String title() {
    return title;
  }

  /**
   * Its weight in hundredths. The catalogue does not print the weights; they follow from its
   * published rows.
   */
  public int weight() {
    return weight;
  }
}
