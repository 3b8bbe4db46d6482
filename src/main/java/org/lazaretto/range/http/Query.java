package org.lazaretto.range.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.lazaretto.range.store.ApiProblem;

/**
 * The words behind the question mark.
 *
 * @param words all values of each, in their order
 */
record Query(Map<String, List<String>> words) {
  Query {
    words = Map.copyOf(words);
  }

  /** With another value of a word. */
  Query with(String word, String value) {
    Map<String, List<String>> more = new HashMap<>(words);
    more.put(word, List.of(value));
    return new Query(more);
  }

  /** All values of a word, in their order. */
  List<String> all(String word) {
    return words.getOrDefault(word, List.of());
  }

  /** The first value of a word, if it is not empty. */
  Optional<String> text(String word) {
    return all(word).stream().findFirst().filter(value -> !value.isEmpty());
  }

  boolean isTrue(String word) {
    return text(word).filter(value -> value.equals("true") || value.equals("1")).isPresent();
  }

  /**
   * A number that is not negative.
   *
   * @throws ApiProblem 400 if it is something else
   */
  OptionalLong number(String word) {
    Optional<String> value = text(word);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!value.get().matches("\\d{1,18}")) {
      throw ApiProblem.badRequest(
          word + ": Invalid value: \"" + value.get() + "\": must be a number that is not negative");
    }
    return OptionalLong.of(Long.parseLong(value.get()));
  }

  /**
   * Whether the change is only to be rehearsed.
   *
   * @throws ApiProblem 422 for anything but {@code All}
   */
  boolean dryRun() {
    Optional<String> asked = text("dryRun");
    if (asked.filter(value -> !value.equals("All")).isPresent()) {
      throw ApiProblem.of(
          422,
          "Invalid",
          "CreateOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: \""
              + asked.get()
              + "\": supported values: \"All\"");
    }
    return asked.isPresent();
  }
}
