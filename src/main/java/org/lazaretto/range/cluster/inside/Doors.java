package org.lazaretto.range.cluster.inside;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.node.ContainerLogs;
import org.lazaretto.range.cluster.node.Machines;
import org.lazaretto.range.cluster.node.Statuses;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.http.ContainerDoor;
import org.lazaretto.range.net.Network;
import org.lazaretto.range.shell.Machine;
import org.lazaretto.range.shell.Shell;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Lets clients into the containers of a cluster. */
public final class Doors implements ContainerDoor {
  private final RangeClock clock;
  private final ObjectStore store;
  private final Insides insides;
  private final ContainerLogs logs;
  private final Machines machines;
  private final Insides.Power power;

  /**
   * Doors to these insides.
   *
   * @param machines which nodes can be reached
   * @param power ends what is left by its last visitor
   */
  public Doors(
      RangeClock clock,
      ObjectStore store,
      Insides insides,
      ContainerLogs logs,
      Machines machines,
      Insides.Power power) {
    this.clock = clock;
    this.store = store;
    this.insides = insides;
    this.logs = logs;
    this.machines = machines;
    this.power = power;
  }

  @Override
  public Visit enter(Stored asked, Errand errand, Client client) {
    if (!machines.answers(asked.field("spec.nodeName").orElse(""))) {
      client.end(new Ending.Failed(unreachable(asked, errand)));
      return Visit.over();
    }
    Optional<Stored> pod =
        store
            .get(ResourceTypes.PODS, asked.namespace(), asked.name())
            .filter(p -> p.uid().equals(asked.uid()));
    Optional<Machine> machine = pod.flatMap(p -> insides.machine(p, errand.container()));
    if (machine.isEmpty()) {
      return ContainerDoor.closed().enter(asked, errand, client);
    }
    Visitor visitor = new Visitor(client, clock, new Presence(pod.get(), errand));
    return errand.command().isPresent()
        ? exec(new Shell(machine.get()), errand, errand.command().get(), visitor)
        : attach(pod.get(), new Shell(machine.get()), errand, visitor);
  }

  /** As an API server says it that has led the client's WebSocket on to a kubelet by itself. */
  private static String unreachable(Stored pod, Errand errand) {
    String host = Tree.text(pod.tree(), "status", "hostIP") + ":10250";
    List<String> query = new ArrayList<>();
    errand.command().orElse(List.of()).forEach(word -> query.add("command=" + encoded(word)));
    query.addAll(errand.tty() ? List.of() : List.of("error=1"));
    query.addAll(errand.stdin() ? List.of("input=1") : List.of());
    query.add("output=1");
    query.addAll(errand.tty() ? List.of("tty=1") : List.of());
    return "error sending request: Post \"https://%s/%s/%s/%s/%s?%s\": dial tcp %s: i/o timeout"
        .formatted(
            host,
            errand.command().isPresent() ? "exec" : "attach",
            pod.namespace(),
            pod.name(),
            errand.container(),
            String.join("&", query),
            host);
  }

  private static String encoded(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8);
  }

  /** The container that was entered, as long as it runs. */
  private final class Presence implements Visitor.Place {
    private static final int KILLED = 137;

    private final Stored pod;
    private final Errand errand;
    private final String id;

    Presence(Stored pod, Errand errand) {
      this.pod = pod;
      this.errand = errand;
      this.id = Tree.text(Statuses.of(pod.tree(), errand.container()), "containerID");
    }

    @Override
    public boolean isOver() {
      return store
          .get(ResourceTypes.PODS, pod.namespace(), pod.name())
          .map(p -> Statuses.of(p.tree(), errand.container()))
          .filter(s -> Tree.text(s, "containerID").equals(id))
          .filter(s -> s.path("state").has("running"))
          .isEmpty();
    }

    @Override
    public boolean answers() {
      return machines.answers(pod.field("spec.nodeName").orElse(""));
    }

    /** A command is killed with its container; being with the container itself just ends. */
    @Override
    public int endsWith() {
      return errand.command().isPresent() ? KILLED : 0;
    }

    @Override
    public String lost() {
      int port = 32_768 + Math.floorMod(id.hashCode(), 28_000);
      String host = Tree.text(pod.tree(), "status", "hostIP") + ":10250";
      return "error reading from error stream: read tcp %s:%d->%s: read: connection timed out"
          .formatted(Network.API_SERVER, port, host);
    }
  }

  private Visit exec(Shell shell, Errand errand, List<String> command, Visitor visitor) {
    Optional<String> obstacle = shell.obstacle(command);
    if (obstacle.isPresent()) {
      String id = Names.sha256(command + clock.now().toString());
      visitor.fail(
          "error executing command in container: failed to exec in container: failed to start exec"
              + " \""
              + id
              + "\": OCI runtime exec failed: exec failed: unable to start container process: "
              + obstacle.get());
      return Visit.over();
    }
    if (Shell.isInteractive(command) && errand.stdin()) {
      return PromptVisit.begin(shell, visitor, errand.tty(), visitor::end);
    }
    CommandVisit visit = new CommandVisit(shell, command, visitor, errand);
    visit.begin();
    return visit;
  }

  private Visit attach(Stored pod, Shell shell, Errand errand, Visitor visitor) {
    JsonNode spec = pod.tree().path("spec");
    for (String list : new String[] {"containers", "ephemeralContainers"}) {
      Optional<? extends JsonNode> container =
          Tree.first(spec.path(list), c -> Tree.text(c, "name").equals(errand.container()));
      if (container.filter(c -> c.path("stdin").asBoolean()).isPresent() && errand.stdin()) {
        boolean tty = container.get().path("tty").asBoolean();
        return PromptVisit.begin(
            shell,
            visitor,
            tty,
            code -> {
              power.ends(pod.key(), errand.container(), code);
              visitor.end(0);
            });
      }
    }
    return LogVisit.begin(logs, pod, errand.container(), visitor);
  }
}
