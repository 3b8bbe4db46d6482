package org.lazaretto.range.shell;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A container for tests: a shop's service with a miner beside it. */
final class Inside {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  static final Interior MINED =
      new Interior(
          new Interior.User("node", 1000),
          true,
          List.of(
              new Interior.Running(1, 0, "node server.js", "/usr/local/bin/node", 3, Duration.ZERO),
              new Interior.Running(
                  47,
                  1,
                  "/tmp/.x/kworkerd -o pool.example:3333",
                  "/tmp/.x/kworkerd",
                  98,
                  Duration.ofSeconds(8))),
          List.of(
              new Interior.File(
                  "/tmp/.x/", 0700, "node", 0, "", Optional.of(Duration.ofSeconds(4))),
              new Interior.File(
                  "/tmp/.x/kworkerd",
                  0755,
                  "node",
                  100_000,
                  "xmrig stratum+tcp",
                  Optional.of(Duration.ofSeconds(5))),
              new Interior.File("/etc/shadow", 0600, "root", 0, "root:*:\n", Optional.empty())),
          List.of());

  final Layer layer = new Layer();
  final List<Integer> ends = new ArrayList<>();
  final FakeWires wires = new FakeWires();
  private final Shell shell;

  Inside(Interior interior) {
    this.shell = new Shell(machine(interior, Optional.empty()));
  }

  Inside() {
    this(MINED);
  }

  Machine machine(Interior interior, Optional<Machine> target) {
    return new Machine(
        new Machine.About(
            "payments-1",
            "/app",
            Map.of("PATH", "/usr/local/bin:/bin", "HOME", "/app", "REGION", "here"),
            NOW.minusSeconds(3600),
            Map.of("/etc/resolv.conf", "nameserver 172.20.0.10\n", "/cache/", "")),
        interior,
        layer,
        wires,
        () -> NOW,
        ends::add,
        target);
  }

  /** What a line writes, its complaints behind it. */
  String says(String line) {
    Shell.Outcome outcome = shell.line(line);
    return text(outcome.out()) + text(outcome.err());
  }

  Shell.Outcome line(String line) {
    return shell.line(line);
  }

  int code(String line) {
    return shell.line(line).code();
  }

  Shell shell() {
    return shell;
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Knows one host that is open, one that refuses and one that is silent. */
  static final class FakeWires implements Wires {
    boolean resolver = true;
    Reply reply = Reply.ok();
    Optional<Question> asked = Optional.empty();

    @Override
    public Reply ask(String address, int port, Question question) {
      asked = Optional.of(question);
      return reply;
    }

    @Override
    public Lookup lookup(String name) {
      if (name.matches("[0-9.]+")) {
        return new Lookup.Found(List.of(name));
      }
      if (!resolver) {
        return new Lookup.Silent();
      }
      return switch (name) {
        case "web" -> new Lookup.Found(List.of("10.1.0.2"));
        case "off" -> new Lookup.Found(List.of("10.1.0.3"));
        case "cut" -> new Lookup.Found(List.of("10.1.0.4"));
        default -> new Lookup.Unknown();
      };
    }

    @Override
    public Dial dial(String address, int port, boolean udp) {
      return switch (address) {
        case "10.1.0.2" ->
            new Dial.Open(port == 443 ? Speech.TLS : port == 6379 ? Speech.OTHER : Speech.HTTP);
        case "10.1.0.3" -> new Dial.Refused();
        default -> new Dial.Silent();
      };
    }

    @Override
    public List<Socket> sockets() {
      return List.of(
          new Socket(false, "LISTEN", new End("0.0.0.0", 8443), new End("0.0.0.0", 0), 1),
          new Socket(
              false, "ESTAB", new End("10.1.0.9", 40112), new End("198.51.100.77", 3333), 47));
    }

    @Override
    public String address() {
      return "10.1.0.9";
    }
  }
}
