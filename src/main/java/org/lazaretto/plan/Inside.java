package org.lazaretto.plan;

import java.util.List;

/**
 * The commands that a look from inside a suspect consists of. They are the same for every suspect,
 * read or try only, end by themselves, and may be repeated without harm. None goes through a shell
 * of the suspect's but the last way to connect.
 */
public final class Inside {
  private static final String PATIENCE = "3";

  private Inside() {}

  /** Shows the connections of the pod: its containers share one network. */
  public static List<String> connections() {
    return List.of("cat", "/proc/net/tcp", "/proc/net/tcp6");
  }

  /** One way to try a connection. */
  public enum Way {
    /** It exits with 0 if the connection was made, else with 1. */
    NC,
    /** It prints how long connecting took, which is 0 if it was not made. */
    CURL,
    /** It exits with 0 if the connection was made, 124 if nobody answered, else with 1. */
    BASH
  }

  /** What tries that way to connect. */
  public static List<String> connect(Way way, ContainStep.Look look) {
    String port = String.valueOf(look.port());
    return switch (way) {
      case NC -> List.of("nc", "-z", "-w", PATIENCE, look.address(), port);
      case CURL ->
          List.of(
              "curl",
              "-s",
              "-o",
              "/dev/null",
              "--noproxy",
              "*",
              "--connect-timeout",
              PATIENCE,
              "--max-time",
              "4",
              "-w",
              "%{time_connect}",
              "http://" + host(look.address()) + ":" + port + "/");
      case BASH ->
          List.of(
              "timeout", PATIENCE, "bash", "-c", "exec 3<>/dev/tcp/" + look.address() + "/" + port);
    };
  }

  private static String host(String address) {
    return address.contains(":") ? "[" + address + "]" : address;
  }
}
