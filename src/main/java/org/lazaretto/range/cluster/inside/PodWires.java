package org.lazaretto.range.cluster.inside;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.lazaretto.range.http.ApiLine;
import org.lazaretto.range.net.Flows;
import org.lazaretto.range.net.Flows.Flow;
import org.lazaretto.range.net.Network;
import org.lazaretto.range.net.Peer;
import org.lazaretto.range.net.Verdict;
import org.lazaretto.range.shell.Wires;

/** The network of one pod, as one of its containers sees it. */
final class PodWires implements Wires {
  private static final Set<Integer> HTTP =
      Set.of(80, 3000, 8000, 8080, 8081, 9090, 9093, 9100, 9200, 10249);
  private static final int TO_KUBELET = 10250;
  private static final Set<Integer> TLS = Set.of(443, 6443, 8443, 10250);

  private final Network network;
  private final Flows flows;
  private final Supplier<ApiLine> api;
  private final Peer self;
  private final Set<Integer> listening;
  private final BiFunction<String, Integer, Integer> pids;

  /**
   * The wires of a pod.
   *
   * @param api the way to the API server
   * @param listening the ports that its running containers listen on
   * @param pids gives the number of a process as it is seen from here, by its container's id and
   *     its own number, or 0; an empty id asks by port for who listens
   */
  PodWires(
      Network network,
      Flows flows,
      Supplier<ApiLine> api,
      Peer self,
      Set<Integer> listening,
      BiFunction<String, Integer, Integer> pids) {
    this.network = network;
    this.flows = flows;
    this.api = api;
    this.self = self;
    this.listening = new HashSet<>(listening);
    this.pids = pids;
  }

  @Override
  public String address() {
    return self.address();
  }

  @Override
  public Lookup lookup(String name) {
    Optional<List<String>> found = network.lookup(self, name);
    if (found.isEmpty()) {
      return new Lookup.Silent();
    }
    return found.get().isEmpty() ? new Lookup.Unknown() : new Lookup.Found(found.get());
  }

  @Override
  public Dial dial(String address, int port, boolean udp) {
    return switch (network.connect(self, address, port, udp)) {
      case Verdict.Open(Optional<Peer> peer, int there) -> new Dial.Open(speech(there));
      case Verdict.Refused() -> new Dial.Refused();
      case Verdict.Silent() -> new Dial.Silent();
    };
  }

  @Override
  public Reply ask(String address, int port, Question question) {
    if (port == TO_KUBELET) {
      return new Reply(401, Map.of("content-type", "text/plain; charset=utf-8"), "Unauthorized");
    }
    if (!network.isApiServer(address, port)) {
      return Reply.ok();
    }
    ApiLine.Reply reply =
        api.get()
            .ask(
                new ApiLine.Question(
                    question.method(), question.target(), question.headers(), question.body()));
    return new Reply(reply.status(), reply.headers(), reply.body());
  }

  /** What is spoken follows from the port alone. */
  private static Speech speech(int port) {
    return TLS.contains(port) ? Speech.TLS : HTTP.contains(port) ? Speech.HTTP : Speech.OTHER;
  }

  @Override
  public List<Socket> sockets() {
    List<Socket> sockets = new ArrayList<>();
    for (int port : listening.stream().sorted().toList()) {
      End any = new End("0.0.0.0", 0);
      sockets.add(new Socket(false, "LISTEN", new End("0.0.0.0", port), any, pids.apply("", port)));
    }
    for (Flow each : flows.of(self.uid())) {
      boolean client = each.from().uid().equals(self.uid());
      End near = new End(each.from().address(), each.localPort());
      each.remote()
          .map(address -> new End(address, each.remotePort()))
          .ifPresent(far -> sockets.add(client ? outgoing(each, near, far) : incoming(near, far)));
    }
    return sockets;
  }

  private Socket outgoing(Flow flow, End near, End far) {
    String state = flow.established() ? "ESTAB" : "SYN-SENT";
    return new Socket(false, state, near, far, pids.apply(flow.container(), flow.wish().pid()));
  }

  private Socket incoming(End client, End server) {
    return new Socket(false, "ESTAB", server, client, pids.apply("", server.port()));
  }
}
