package org.lazaretto.range.shell;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A shell's memory: where it stands, its variables, how the last command ended. */
final class Session {
  /** Longer than anybody waits. */
  static final Duration FOR_EVER = Duration.ofDays(3650);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final int MOST_VARIABLES = 500;
  private static final int LONGEST = 64 << 10;
  private static final int DEEPEST = 30;
  private static final int MOST_STEPS = 20_000;

  private final Machine machine;
  private final Map<String, String> variables = new HashMap<>();
  private String folder;
  private int last;
  private Duration took = Duration.ZERO;
  private Duration saved = Duration.ZERO;
  private Optional<Integer> exit = Optional.empty();
  private int steps;
  private int depth;
  private volatile Optional<Window> window = Optional.empty();

  /** The size of a terminal. */
  record Window(int columns, int rows) {}

  Session(Machine machine) {
    this.machine = machine;
    this.folder = machine.about().folder();
    variables.putAll(machine.about().environment());
  }

  Machine machine() {
    return machine;
  }

  /** The terminal, if there is one. */
  Optional<Window> window() {
    return window;
  }

  /** The terminal has another size now. */
  void window(int columns, int rows) {
    window = Optional.of(new Window(columns, rows));
  }

  String folder() {
    return folder;
  }

  void enter(String path) {
    folder = path;
  }

  Map<String, String> variables() {
    return Collections.unmodifiableMap(variables);
  }

  /** Sets a variable; what is too long is cut, and there are only so many. */
  void set(String name, String value) {
    if (variables.size() < MOST_VARIABLES || variables.containsKey(name)) {
      variables.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    }
  }

  void unset(String name) {
    variables.remove(name);
  }

  /** Goes one command line deeper, unless that is too deep. */
  boolean deeper() {
    if (depth >= DEEPEST) {
      return false;
    }
    depth++;
    return true;
  }

  void back() {
    depth--;
  }

  int last() {
    return last;
  }

  int ended(int code) {
    last = code;
    return code;
  }

  /** Lets time pass in which nobody answers; told in full, but waited for in part only. */
  void waits(Duration time) {
    Duration skipped = time.minus(LONGEST_WAIT);
    saved = skipped.isNegative() ? saved : saved.plus(skipped);
    takes(time);
  }

  /** How long it is waited for. */
  Duration delay() {
    Duration delay = took.minus(saved);
    return delay.isNegative() ? Duration.ZERO : delay;
  }

  /** Lets simulated time pass. */
  void takes(Duration time) {
    Duration sum = took.plus(time);
    took = sum.compareTo(FOR_EVER) > 0 ? FOR_EVER : sum;
  }

  /** Cuts what took longer than until a moment, and says whether there was anything to cut. */
  boolean cutAt(Duration moment) {
    boolean longer = took.compareTo(moment) > 0;
    took = longer ? moment : took;
    return longer;
  }

  Duration took() {
    return took;
  }

  void exits(int code) {
    exit = Optional.of(code);
  }

  Optional<Integer> exit() {
    return exit;
  }

  /** Counts a step; false when it is time to stop, for one reason or another. */
  boolean goesOn() {
    return exit.isEmpty() && took.compareTo(FOR_EVER) < 0 && ++steps < MOST_STEPS;
  }

  /** Forgets what a command line took. */
  void fresh() {
    took = Duration.ZERO;
    saved = Duration.ZERO;
    steps = 0;
  }

  String path(String word) {
    return Paths.absolute(folder, word);
  }
}
