package org.lazaretto.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatingTest {
  @Test
  void the_published_marks_of_c_p_01_give_its_published_rating() {
    assertThat(Measure.C_P_01.published().overall()).isEqualByComparingTo("3.65");
  }

  @Test
  void a_criterion_that_does_not_apply_is_left_out_and_the_weights_renormalised() {
    Map<Criterion, Integer> marks = new EnumMap<>(Criterion.class);
    marks.put(Criterion.APPLICABILITY, 4);
    marks.put(Criterion.PREPARATION, 4);
    marks.put(Criterion.COMPLEXITY, 5);
    marks.put(Criterion.COVERAGE, 5);
    marks.put(Criterion.BUSINESS_IMPACT, 1);
    marks.put(Criterion.VISIBILITY, 1);
    marks.put(Criterion.RESILIENCE, 2);
    marks.put(Criterion.REPRODUCIBILITY, 5);
    assertThat(new Rating(marks).overall()).isEqualByComparingTo("3.32");
  }

  @Test
  void a_zero_in_reproducibility_makes_the_overall_zero() {
    Rating rating = Measure.C_P_01.published().with(Criterion.REPRODUCIBILITY, 0);
    assertThat(rating.overall()).isEqualByComparingTo("0");
  }

  @Test
  void a_mark_above_five_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rating(Map.of(Criterion.COVERAGE, 6)));
  }
}
