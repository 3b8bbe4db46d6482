package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code /proc/net/tcp} and {@code /proc/net/tcp6} list: the connections of one network, as
 * the kernel of a host says that may be an intruder's. Connections of the pod with itself are left
 * out.
 */
record Sockets(List<Socket> all) {
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*\\d{1,6}:\\s+([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})"
              + "\\s+([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})\\s+([0-9A-F]{2})"
              + "(?:\\s+([0-9A-F]{8}):[0-9A-F]{8}\\s+[0-9A-F]{2}:[0-9A-F]{8}"
              + "\\s+([0-9A-F]{8}))?(?:\\s.*)?");
  private static final String HEADER = "local_address";

  /** Copies what it is given. */
  Sockets {
    all = List.copyOf(all);
  }

  /** Where a connection stands. */
  enum State {
    ESTABLISHED,
    ASKING,
    LISTENING,
    OTHER
  }

  /**
   * One line of the list.
   *
   * @param stuck whether what was sent is not answered and is being sent again
   */
  record Socket(End local, End remote, State state, boolean stuck) {
    /** The same one that moves. */
    Socket unstuck() {
      return new Socket(local, remote, state, false);
    }

    /** The same connection, whatever its state. */
    boolean same(Socket other) {
      return local.equals(other.local) && remote.equals(other.remote);
    }
  }

  /** An address and a port. */
  record End(String address, int port) {
    @Override
    public String toString() {
      return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }
  }

  /** Whether a text is such a list at all, be it an empty one. */
  static boolean isList(String text) {
    return text.contains(HEADER);
  }

  /** What the text lists; lines that are none of the kernel's are passed over. */
  static Sockets of(String text) {
    List<Socket> found = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      Matcher match = LINE.matcher(line);
      if (match.matches()) {
        Socket socket = socket(match);
        if (!itself(socket)) {
          found.add(socket);
        }
      }
    }
    return new Sockets(found);
  }

  private static Socket socket(Matcher match) {
    boolean stuck = match.group(6) != null && !zero(match.group(6)) && !zero(match.group(7));
    return new Socket(
        end(match.group(1), match.group(2)),
        end(match.group(3), match.group(4)),
        state(match.group(5)),
        stuck);
  }

  private static boolean zero(String digits) {
    return digits.chars().allMatch(digit -> digit == '0');
  }

  private static State state(String code) {
    return switch (code) {
      case "01" -> State.ESTABLISHED;
      case "02" -> State.ASKING;
      case "0A" -> State.LISTENING;
      default -> State.OTHER;
    };
  }

  private static End end(String address, String port) {
    return new End(
        address.length() == 8 ? four(address) : six(address), Integer.parseInt(port, 16));
  }

  /** The kernel writes each 32 bits in its own order, which is the lowest byte first. */
  private static String four(String hex) {
    StringBuilder text = new StringBuilder();
    for (int at = 6; at >= 0; at -= 2) {
      text.append(Integer.parseInt(hex.substring(at, at + 2), 16)).append(at > 0 ? "." : "");
    }
    return text.toString();
  }

  private static String six(String hex) {
    if (hex.startsWith("0000000000000000FFFF0000")) {
      return four(hex.substring(24));
    }
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < 32; word += 8) {
      for (int at = word + 6; at >= word; at -= 4) {
        int group = Integer.parseInt(hex.substring(at, at + 2) + hex.substring(at - 2, at), 16);
        text.append(text.isEmpty() ? "" : ":").append(Integer.toHexString(group));
      }
    }
    return text.toString();
  }

  private static boolean itself(Socket socket) {
    String remote = socket.remote().address();
    return remote.startsWith("127.")
        || remote.equals("0:0:0:0:0:0:0:1")
        || (remote.equals(socket.local().address()) && socket.state() != State.LISTENING);
  }

  /** The established connections, but those that the node made to the pod. */
  List<Socket> established(String node) {
    Set<Integer> served = new HashSet<>();
    all.stream()
        .filter(socket -> socket.state() == State.LISTENING)
        .forEach(socket -> served.add(socket.local().port()));
    return all.stream()
        .filter(socket -> socket.state() == State.ESTABLISHED)
        .filter(socket ->
            !(socket.remote().address().equals(node) && served.contains(socket.local().port())))
        .toList();
  }

  /** The connections that are asked for and not answered. */
  List<Socket> asking() {
    return all.stream().filter(socket -> socket.state() == State.ASKING).toList();
  }
}
