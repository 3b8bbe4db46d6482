package org.lazaretto.port;

/**
 * What came of a command that was run inside a container. Everything in it was said by a host that
 * may be an intruder's: hostile text, of bounded length.
 *
 * @param exchange the request, as it went over the wire
 * @param ending how the command ended
 * @param out what it wrote to its standard output
 * @param err what it wrote to its standard error
 * @param whole whether all of it was kept; false if it wrote more than is read
 */
public record Ran(Exchange exchange, Ending ending, String out, String err, boolean whole) {
  /** How many bytes of each stream are kept. */
  public static final int MOST_BYTES = 64 << 10;

  /** How a command ended. */
  public sealed interface Ending {
    /** It ended by itself, with that exit code. */
    record Exited(int code) implements Ending {}

    /**
     * It never ran, as where the container has no such program.
     *
     * @param reason the node's words
     */
    record NotRun(String reason) implements Ending {}
  }
}
