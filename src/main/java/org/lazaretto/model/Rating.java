package org.lazaretto.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;

/**
 * A measure's marks. A criterion without a mark does not apply: it is left out and the weights are
 * renormalised. A 0 in applicability or reproducibility makes the overall 0.
 */
public record Rating(Map<Criterion, Integer> marks) {
  /** Copies and checks the marks. */
  public Rating {
    marks = Map.copyOf(marks);
    marks.forEach((criterion, mark) -> {
      if (mark < 0 || mark > 5) {
        throw new IllegalArgumentException(criterion + " is marked " + mark);
      }
    });
  }

  /** The weighted mean, two decimals. */
  public BigDecimal overall() {
    if (marks.getOrDefault(Criterion.APPLICABILITY, 5) == 0
        || marks.getOrDefault(Criterion.REPRODUCIBILITY, 5) == 0) {
      return BigDecimal.ZERO.setScale(2);
    }
    int sum = 0;
    int weights = 0;
    for (Map.Entry<Criterion, Integer> mark : marks.entrySet()) {
      sum += mark.getValue() * mark.getKey().weight();
      weights += mark.getKey().weight();
    }
    return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(weights), 2, RoundingMode.HALF_UP);
  }

  /** The same rating with another mark for one criterion. */
  public Rating with(Criterion criterion, int mark) {
    Map<Criterion, Integer> changed = new EnumMap<>(Criterion.class);
    changed.putAll(marks);
    changed.put(criterion, mark);
    return new Rating(changed);
  }
}
