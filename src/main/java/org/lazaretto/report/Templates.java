package org.lazaretto.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The template engines: one escapes for HTML, one for Markdown, whatever a template forgets. */
final class Templates {
  private Templates() {}

  static PebbleEngine html() {
    return engine("report-html", HtmlText::styled, Map.of("bare", safe(HtmlText::plain)));
  }

  static PebbleEngine markdown() {
    return engine(
        "report-markdown",
        MarkdownText::running,
        Map.of("code", safe(MarkdownText::code), "block", safe(MarkdownText::block)));
  }

  private static PebbleEngine engine(
      String strategy, UnaryOperator<String> escape, Map<String, Filter> filters) {
    ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
    return new PebbleEngine.Builder()
        .loader(loader)
        .strictVariables(true)
        .autoEscaping(true)
        .addEscapingStrategy(strategy, escape::apply)
        .defaultEscapingStrategy(strategy)
        .defaultLocale(Locale.ROOT)
        .extension(
            new AbstractExtension() {
              @Override
              public Map<String, Filter> getFilters() {
                return filters;
              }
            })
        .build();
  }

  /** A filter whose result is escaped already. */
  private static Filter safe(UnaryOperator<String> escape) {
    return new Filter() {
      @Override
      public Object apply(
          @Nullable Object input,
          Map<String, Object> args,
          PebbleTemplate self,
          EvaluationContext context,
          int lineNumber) {
        return new SafeString(escape.apply(String.valueOf(input)));
      }

      @Override
      public List<String> getArgumentNames() {
        return List.of();
      }
    };
  }
}
