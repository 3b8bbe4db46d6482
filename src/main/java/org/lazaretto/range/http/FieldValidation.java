package org.lazaretto.range.http;

import java.util.List;
import org.lazaretto.range.store.ApiProblem;

/** What a client wants done about fields that are not known or said twice. */
enum FieldValidation {
  IGNORE,
  WARN,
  STRICT;

  /**
   * As a query says it; nothing said means to warn.
   *
   * @throws ApiProblem 422 if it says something else
   */
  static FieldValidation of(Query query) {
    String word = query.text("fieldValidation").orElse("Warn");
    return switch (word) {
      case "Ignore" -> IGNORE;
      case "Warn" -> WARN;
      case "Strict" -> STRICT;
      default ->
          throw ApiProblem.of(
                  422,
                  "Invalid",
                  "CreateOptions.meta.k8s.io \"\" is invalid: fieldValidation: Unsupported value: \""
                      + word
                      + "\": supported values: \"Ignore\", \"Strict\", \"Warn\"")
              .with(
                  List.of(
                      new ApiProblem.Cause(
                          "FieldValueNotSupported",
                          "Unsupported value: \"" + word + "\"",
                          "fieldValidation")));
    };
  }
}
