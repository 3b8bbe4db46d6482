package org.lazaretto.range.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.shell.Wires.Lookup;
import org.lazaretto.range.shell.Wires.Socket;

/** Programs about the network. */
final class NetPrograms {
  private NetPrograms() {}

  static void addTo(Map<String, Program> all) {
    all.put("ss", NetPrograms::ss);
    all.put("netstat", NetPrograms::netstat);
    all.put("nc", NetPrograms::nc);
    all.put("nslookup", NetPrograms::nslookup);
    all.put("getent", NetPrograms::getent);
    all.put("ip", NetPrograms::ip);
    all.put("ifconfig", NetPrograms::ip);
    all.put("ping", NetPrograms::ping);
  }

  private static List<Socket> wanted(Call call, Call.Options options) {
    boolean udp = options.has("u");
    boolean tcp = options.has("t") || !udp;
    return call.machine().wires().sockets().stream()
        .filter(s -> s.udp() ? udp : tcp)
        .filter(s -> options.has("a") || s.state().equals("LISTEN") == options.has("l"))
        .toList();
  }

  private static Optional<Machine.Task> owner(Call call, Socket socket) {
    return socket.pid() == 0 ? Optional.empty() : call.machine().task(socket.pid());
  }

  private static int ss(Call call) {
    Call.Options options = call.options("");
    call.out()
        .line(
            "%-9s %-6s %-6s %22s %22s %s"
                .formatted(
                    "State",
                    "Recv-Q",
                    "Send-Q",
                    "Local Address:Port",
                    "Peer Address:Port",
                    options.has("p") ? "Process" : "")
                .stripTrailing());
    for (Socket each : wanted(call, options)) {
      String process =
          owner(call, each)
              .filter(t -> options.has("p"))
              .map(t ->
                  "users:((\"%s\",pid=%d,fd=%d))"
                      .formatted(t.what().name(), t.pid(), 7 + each.local().port() % 20))
              .orElse("");
      boolean listens = each.state().equals("LISTEN");
      boolean asks = each.state().equals("SYN-SENT");
      call.out()
          .line(
              "%-9s %-6d %-6d %22s %22s %s"
                  .formatted(
                      each.state(),
                      0,
                      listens ? 4096 : asks ? 1 : 0,
                      each.local(),
                      each.remote(),
                      process)
                  .stripTrailing());
    }
    return 0;
  }

  private static int netstat(Call call) {
    Call.Options options = call.options("");
    call.out()
        .line(
            "Active Internet connections "
                + (options.has("l")
                    ? "(only servers)"
                    : options.has("a") ? "(servers and established)" : "(w/o servers)"));
    call.out()
        .line(
            "Proto Recv-Q Send-Q Local Address           Foreign Address         State       "
                + (options.has("p") ? "PID/Program name" : ""));
    for (Socket each : wanted(call, options)) {
      String state =
          switch (each.state()) {
            case "ESTAB" -> "ESTABLISHED";
            case "SYN-SENT" -> "SYN_SENT";
            default -> each.state();
          };
      String process = owner(call, each).map(t -> t.pid() + "/" + t.what().name()).orElse("-");
      call.out()
          .line(
              "%-5s %6d %6d %-23s %-23s %-11s %s"
                  .formatted(
                      each.udp() ? "udp" : "tcp",
                      0,
                      state.equals("SYN_SENT") ? 1 : 0,
                      each.local(),
                      each.remote(),
                      state,
                      options.has("p") ? process : "")
                  .stripTrailing());
    }
    return 0;
  }

  private static int nc(Call call) {
    Call.Options options = call.options("wpsi");
    List<String> rest = options.rest();
    if (options.has("l")) {
      return call.fails(1, "listening is not simulated");
    }
    if (rest.size() < 2 || !rest.get(1).matches("\\d{1,5}(-\\d{1,5})?")) {
      return call.fails(1, "expected a host and a port");
    }
    Duration limit = Duration.ofSeconds(options.number("w", 130));
    int code = 0;
    for (int port : ports(rest.get(1))) {
      code = Math.max(code, connect(call, options, rest.getFirst(), port, limit));
    }
    return code;
  }

  private static List<Integer> ports(String range) {
    String[] ends = range.split("-", -1);
    int from = Integer.parseInt(ends[0]);
    int to = Math.min(Integer.parseInt(ends[ends.length - 1]), from + 1000);
    List<Integer> ports = new ArrayList<>();
    for (int port = from; port <= to; port++) {
      ports.add(port);
    }
    return ports;
  }

  private static int connect(
      Call call, Call.Options options, String host, int port, Duration limit) {
    return switch (Reaching.of(call, host, port, options.has("u"), limit)) {
      case Reaching.Open(String address, Wires.Speech speech) -> {
        if (options.has("v")) {
          call.err().line(host + " (" + address + ":" + port + ") open");
        }
        yield 0;
      }
      case Reaching.Refused(String address) ->
          call.fails(1, host + " (" + address + ":" + port + "): Connection refused");
      case Reaching.Silent(String address) when options.has("u") -> 0;
      case Reaching.Silent(String address) ->
          call.fails(
              1,
              limit.compareTo(Reaching.CONNECTING) < 0
                  ? "timed out"
                  : host + " (" + address + ":" + port + "): Operation timed out");
      case Reaching.Unknown(), Reaching.NoResolver() -> call.fails(1, "bad address '" + host + "'");
    };
  }

  private static String server(Call call) {
    return call.files()
        .at("/etc/resolv.conf")
        .map(Entry::text)
        .flatMap(text -> text.lines().filter(l -> l.startsWith("nameserver ")).findFirst())
        .map(line -> line.substring(11))
        .orElse("127.0.0.1");
  }

  private static int nslookup(Call call) {
    if (call.words().isEmpty()) {
      return call.fails(1, "expected a name");
    }
    String name = call.words().getFirst();
    String server = server(call);
    return switch (call.machine().wires().lookup(name)) {
      case Lookup.Found(var addresses) -> {
        call.out().line("Server:\t\t" + server + "\nAddress:\t" + server + ":53\n");
        addresses.forEach(a -> call.out().line("Name:\t" + name + "\nAddress: " + a));
        yield 0;
      }
      case Lookup.Unknown() -> {
        call.out().line("Server:\t\t" + server + "\nAddress:\t" + server + ":53\n");
        call.out().line("** server can't find " + name + ": NXDOMAIN");
        yield 1;
      }
      case Lookup.Silent() -> {
        call.session().waits(Reaching.RESOLVING);
        call.out().line(";; connection timed out; no servers could be reached");
        yield 1;
      }
    };
  }

  private static int getent(Call call) {
    if (call.words().size() < 2 || !call.words().getFirst().contains("hosts")) {
      return 1;
    }
    String name = call.words().get(1);
    if (call.machine().wires().lookup(name) instanceof Lookup.Found(var addresses)) {
      addresses.forEach(a -> call.out().line("%-15s  %s".formatted(a, name)));
      return 0;
    }
    return 2;
  }

  private static int ip(Call call) {
    String address = call.machine().wires().address();
    call.out()
        .line("1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN qlen 1000");
    call.out().line("    inet 127.0.0.1/8 scope host lo");
    call.out()
        .line("3: eth0@if17: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 9001 qdisc noqueue state UP");
    call.out().line("    inet " + address + "/32 scope global eth0");
    return 0;
  }

  private static int ping(Call call) {
    return call.fails(1, "permission denied (are you root?)");
  }
}
