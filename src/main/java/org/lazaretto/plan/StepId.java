package org.lazaretto.plan;

/** A step's place in its plan, counted from 1: {@code S-001}. */
public record StepId(int number) {
  @Override
  public String toString() {
    return "S-%03d".formatted(number);
  }
}
