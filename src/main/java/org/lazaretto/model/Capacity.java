package org.lazaretto.model;

/**
 * An amount of what the scheduler counts.
 *
 * @param cpuMillis thousandths of a core
 * @param memoryBytes bytes
 * @param pods number of pods
 */
public record Capacity(long cpuMillis, long memoryBytes, int pods) {
  /** Nothing of anything. */
  public static final Capacity NONE = new Capacity(0, 0, 0);

  /** The sum of both. */
  public Capacity plus(Capacity other) {
    return new Capacity(
        cpuMillis + other.cpuMillis, memoryBytes + other.memoryBytes, pods + other.pods);
  }

  /** What is left after taking the other away; may be negative. */
  public Capacity minus(Capacity other) {
    return new Capacity(
        cpuMillis - other.cpuMillis, memoryBytes - other.memoryBytes, pods - other.pods);
  }

  /** Whether the other fits into this. */
  public boolean holds(Capacity other) {
    return cpuMillis >= other.cpuMillis && memoryBytes >= other.memoryBytes && pods >= other.pods;
  }
}
