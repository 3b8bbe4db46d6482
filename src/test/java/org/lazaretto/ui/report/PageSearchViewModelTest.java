package org.lazaretto.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageSearchViewModelTest {
  private final PageSearchViewModel search = new PageSearchViewModel();

  private PageSearchViewModel on(String... texts) {
    search.read(List.of(texts));
    return search;
  }

  private void wants(String query) {
    search.queryProperty().set(query);
  }

  private String summary() {
    return search.summaryProperty().get();
  }

  @Test
  void words_are_found_whatever_their_capitals_and_counted() {
    on("Cordon node-a", "nothing", "kubectl CORDON node-b");
    wants(" cordon ");

    assertThat(search.hitsProperty().get().places()).containsExactly(0, 2);
    assertThat(search.hitsProperty().get().current()).hasValue(0);
    assertThat(summary()).isEqualTo("1 of 2");
  }

  @Test
  void after_the_last_hit_comes_the_first_and_before_the_first_the_last() {
    on("a pod", "a node", "a pod");
    wants("pod");

    search.previous();
    assertThat(summary()).isEqualTo("2 of 2");
    search.next();
    assertThat(summary()).isEqualTo("1 of 2");
    search.next();
    assertThat(search.hitsProperty().get().current()).hasValue(2);
  }

  @Test
  void what_is_not_there_is_said_and_leads_nowhere() {
    on("a pod");
    wants("volume");
    search.next();

    assertThat(summary()).isEqualTo("no hit");
    assertThat(search.hitsProperty().get().current()).isEmpty();
  }

  @Test
  void nothing_is_searched_while_the_field_is_blank() {
    on("a pod", " ");
    wants("  ");

    assertThat(summary()).isEmpty();
    assertThat(search.hitsProperty().get().places()).isEmpty();
  }

  @Test
  void one_stays_at_a_hit_while_the_report_is_read_again() {
    on("pod", "pod", "pod");
    wants("pod");
    search.next();
    search.next();

    on("pod", "pod", "pod", "pod");
    assertThat(summary()).isEqualTo("3 of 4");
    on("pod");
    assertThat(summary()).isEqualTo("1 of 1");
  }

  @Test
  void what_looks_like_a_pattern_is_searched_as_it_stands() {
    on("kubectl get pods -l app=x", "[a-z]+");
    wants("[a-z]+");

    assertThat(search.hitsProperty().get().places()).containsExactly(1);
  }
}
