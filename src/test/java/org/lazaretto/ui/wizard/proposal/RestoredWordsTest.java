package org.lazaretto.ui.wizard.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.model.FieldEdit;

class RestoredWordsTest {
  private static FieldEdit value(String pointer, Optional<String> wanted) {
    return new FieldEdit.Value(pointer, Optional.of("\"quarantine\""), wanted);
  }

  @Test
  void each_field_is_told_with_the_value_that_it_gets_back() {
    List<FieldEdit> edits =
        List.of(
            value("/metadata/labels/status", Optional.of("\"mine\"")),
            value("/metadata/annotations/karpenter.sh~1do-not-disrupt", Optional.empty()),
            new FieldEdit.Item("/spec/taints", "{}", false));

    assertThat(RestoredWords.of(edits))
        .isEqualTo(
            "label status is \"mine\" again; annotation karpenter.sh/do-not-disrupt is gone again;"
                + " the case’s entry goes from taints");
  }

  @Test
  void a_long_value_is_shortened_in_its_middle() {
    assertThat(RestoredWords.of(List.of(value("/spec/selector", Optional.of("x".repeat(5000))))))
        .hasSizeLessThan(80);
  }
}
