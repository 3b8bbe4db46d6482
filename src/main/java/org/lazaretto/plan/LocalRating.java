package org.lazaretto.plan;

import java.util.List;
import org.lazaretto.model.Criterion;
import org.lazaretto.model.Measure;
import org.lazaretto.model.Rating;

/**
 * A measure's rating with the business impact that this plan would have here (T-45).
 *
 * @param measure the published measure
 * @param businessImpact 1 to 5, 5 is nothing lost
 * @param lost what is lost, one sentence per workload
 */
public record LocalRating(Measure measure, int businessImpact, List<String> lost) {
  /** Copies what it is given. */
  public LocalRating {
    lost = List.copyOf(lost);
  }

  /** The rating as it is here. */
  public Rating here() {
    return measure.published().with(Criterion.BUSINESS_IMPACT, businessImpact);
  }
}
