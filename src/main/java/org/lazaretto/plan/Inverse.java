package org.lazaretto.plan;

/** What takes a step back, honestly. */
public sealed interface Inverse {
  /** Restores the former state exactly. */
  record Exact(Command command, String restores) implements Inverse {}

  /** Brings things close to what they were; what stays different is said. */
  record Compensating(Command command, String staysDifferent) implements Inverse {}

  /** Nothing takes it back, or nothing needs to. */
  record None(String why) implements Inverse {}
}
