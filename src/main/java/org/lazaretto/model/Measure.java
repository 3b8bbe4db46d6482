package org.lazaretto.model;

import java.util.Map;

/** The published containment measures and their marks. The catalogue tested no managed cloud. */
public enum Measure {
  C_P_01(
      "C-P-01",
      "process isolation by blocking nodes with compromised pods",
      new Rating(
          Map.of(
              Criterion.APPLICABILITY, 5,
              Criterion.PREPARATION, 5,
              Criterion.COMPLEXITY, 3,
              Criterion.COVERAGE, 1,
              Criterion.BUSINESS_IMPACT, 3,
              Criterion.VISIBILITY, 3,
              Criterion.RESILIENCE, 3,
              Criterion.REPRODUCIBILITY, 5,
              Criterion.INTEROPERABILITY, 4)));

  private final String id;
  private final String title;
  private final Rating published;

  Measure(String id, String title, Rating published) {
    this.id = id;
    this.title = title;
    this.published = published;
  }

  /** The catalogue's id. */
  public String id() {
    return id;
  }

  /** The measure in a few words. */
  public String title() {
    return title;
  }

  /** The marks as published. */
  public Rating published() {
    return published;
  }
}
