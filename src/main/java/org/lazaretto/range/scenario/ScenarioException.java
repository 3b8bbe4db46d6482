package org.lazaretto.range.scenario;

/**
 * A scenario file is not there or is not right. The message names file, line and what was expected.
 */
public final class ScenarioException extends Exception {
  private static final long serialVersionUID = 1;

  ScenarioException(String file, int line, String message) {
    super(file + ":" + line + ": " + message);
  }

  ScenarioException(String message) {
    super(message);
  }
}
