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
   * A number; one that is negative counts as none, as with a real server.
   *
   * @throws ApiProblem 400 if it is something else, or a revision that is negative
   */
  OptionalLong number(String word) {
    Optional<String> value = text(word);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    String given = value.get();
    boolean revision = word.equals("resourceVersion");
    if (!given.matches(revision ? "\\d{1,18}" : "-?\\d{1,18}")) {
      String how = (revision ? "strconv.ParseUint" : "strconv.ParseInt") + ": parsing ";
      throw ApiProblem.badRequest(
          (revision ? "resourceVersion: Invalid value: \"" + given + "\": " : "")
              + how
              + ("\"" + given + "\": invalid syntax"));
    }
    long number = Long.parseLong(given);
    return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
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
