package org.lazaretto.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in a few words what a thread was seen to do. */
final class Doing {
  private static final int MOST = 4;

  private Doing() {}

  /** The kinds of work that are told apart, the innermost that matches first. */
  private enum Kind {
    CLASSES("loading classes", "java.lang.ClassLoader", "java.lang.invoke.MethodHandleNatives"),
    FXML("FXML", "javafx.fxml.FXMLLoader"),
    FONTS("fonts", "com.sun.javafx.font.", "com.sun.javafx.text."),
    STYLES("styles", "javafx.scene.CssStyleHelper", "com.sun.javafx.css.", "javafx.css."),
    PLACES("places", "javafx.scene.Parent.layout", "javafx.scene.layout."),
    PIXELS("pixels", "com.sun.prism.", "com.sun.javafx.sg."),
    OTHER("other", "");

    private final String word;
    private final String[] marks;

    Kind(String word, String... marks) {
      this.word = word;
      this.marks = marks;
    }

    static Kind of(StackTraceElement[] stack) {
      return Arrays.stream(stack)
          .flatMap(frame -> Arrays.stream(values()).filter(kind -> kind.marks(frame)))
          .filter(kind -> kind != OTHER)
          .findFirst()
          .orElse(OTHER);
    }

    private boolean marks(StackTraceElement frame) {
      String name = frame.getClassName() + "." + frame.getMethodName();
      return Arrays.stream(marks).anyMatch(name::startsWith);
    }
  }

  static String of(Collection<StackTraceElement[]> stacks) {
    Map<String, Long> counted =
        stacks.stream()
            .filter(stack -> stack.length > 0)
            .map(Doing::one)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counted.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .map(entry -> 100 * entry.getValue() / stacks.size() + " % " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String one(StackTraceElement[] stack) {
    String kind = Kind.of(stack).word;
    return ours(stack).map(place -> kind + " for " + place).orElse(kind);
  }

  /** The innermost of our pages on the way. */
  private static Optional<String> ours(StackTraceElement[] stack) {
    return Stream.of(stack)
        .filter(frame -> frame.getClassName().startsWith("org.lazaretto."))
        .filter(frame -> !frame.getClassName().startsWith("org.lazaretto.bench."))
        .filter(frame -> !frame.getClassName().startsWith("org.lazaretto.ui.fx."))
        .map(frame -> frame.getClassName().replaceAll(".*[.]", "").replaceAll("[$].*", ""))
        .findFirst();
  }
}
