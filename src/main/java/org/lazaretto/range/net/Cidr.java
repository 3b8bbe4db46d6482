package org.lazaretto.range.net;

import java.util.OptionalLong;

/** A block of IPv4 addresses, as in {@code 10.0.0.0/8}. */
final class Cidr {
  private Cidr() {}

  /** Whether an address lies in a block; neither does what cannot be read. */
  static boolean contains(String block, String address) {
    int slash = block.indexOf('/');
    String bits = slash < 0 ? "32" : block.substring(slash + 1);
    OptionalLong net = number(slash < 0 ? block : block.substring(0, slash));
    OptionalLong one = number(address);
    if (net.isEmpty() || one.isEmpty() || !bits.matches("\\d|[12]\\d|3[0-2]")) {
      return false;
    }
    int shift = 32 - Integer.parseInt(bits);
    return net.getAsLong() >> shift == one.getAsLong() >> shift;
  }

  private static OptionalLong number(String address) {
    String[] parts = address.split("\\.", -1);
    if (parts.length != 4) {
      return OptionalLong.empty();
    }
    long number = 0;
    for (String part : parts) {
      if (!part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
        return OptionalLong.empty();
      }
      number = number << 8 | Integer.parseInt(part);
    }
    return OptionalLong.of(number);
  }
}
