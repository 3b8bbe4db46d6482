package org.lazaretto.range.shell;

import java.time.Duration;
import org.lazaretto.range.shell.Wires.Dial;
import org.lazaretto.range.shell.Wires.Lookup;

/** A name asked for and its first address connected to, with the time that it takes. */
sealed interface Reaching {
  /** How long a resolver is asked before a program gives up. */
  Duration RESOLVING = Duration.ofSeconds(10);

  /** How long the kernel tries to connect. */
  Duration CONNECTING = Duration.ofMillis(130_518);

  /** Connected. */
  record Open(String address, Wires.Speech speech) implements Reaching {}

  /** Refused by the host. */
  record Refused(String address) implements Reaching {}

  /** Nobody answered until the limit. */
  record Silent(String address) implements Reaching {}

  /** There is no such name. */
  record Unknown() implements Reaching {}

  /** No resolver answered. */
  record NoResolver() implements Reaching {}

  /**
   * Tries it.
   *
   * @param limit how long at most
   */
  static Reaching of(Call call, String host, int port, boolean udp, Duration limit) {
    Wires wires = call.machine().wires();
    return switch (wires.lookup(host)) {
      case Lookup.Unknown() -> {
        call.session().takes(Duration.ofMillis(9));
        yield new Unknown();
      }
      case Lookup.Silent() -> {
        call.session().waits(shorter(limit, RESOLVING));
        yield new NoResolver();
      }
      case Lookup.Found(var addresses) -> {
        String address = addresses.getFirst();
        yield switch (wires.dial(address, port, udp)) {
          case Dial.Open(Wires.Speech speech) -> {
            call.session().takes(Duration.ofMillis(3));
            yield new Open(address, speech);
          }
          case Dial.Refused() -> {
            call.session().takes(Duration.ofMillis(1));
            yield new Refused(address);
          }
          case Dial.Silent() -> {
            call.session().waits(shorter(limit, CONNECTING));
            yield new Silent(address);
          }
        };
      }
    };
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
