package org.lazaretto.range.cluster.inside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.node.ContainerInside;
import org.lazaretto.range.cluster.node.ImageFacts;
import org.lazaretto.range.cluster.node.Machines;
import org.lazaretto.range.cluster.node.Registry;
import org.lazaretto.range.cluster.node.Statuses;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.net.Flows;
import org.lazaretto.range.net.Network;
import org.lazaretto.range.net.Peer;
import org.lazaretto.range.net.Wiring;
import org.lazaretto.range.shell.Interior;
import org.lazaretto.range.shell.Interior.Connection;
import org.lazaretto.range.shell.Layer;
import org.lazaretto.range.shell.Machine;
import org.lazaretto.range.shell.Wires;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** The insides of all containers of a cluster. Called by many threads. */
public final class Insides implements ContainerInside {
  private static final int KILLED = 137;
  private static final int REMEMBERED = 5000;
  private static final String[] LISTS = {"containers", "initContainers", "ephemeralContainers"};

  private final RangeClock clock;
  private final ObjectStore store;
  private final Registry registry;
  private final Network network;
  private final Flows flows;
  private final Serving serving;
  private final PodTokens tokens;
  private final Power power;
  private final Wants wants;

  private final Map<String, Layer> layers =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Layer> eldest) {
              return size() > REMEMBERED;
            }
          });

  /** Ends containers. */
  @FunctionalInterface
  public interface Power {
    /** A container's first process has ended by a signal; in any thread. */
    void ends(ObjectKey pod, String container, int code);
  }

  /**
   * The insides of a store's containers.
   *
   * @param wiring their network
   * @param machines which nodes are on the network
   * @param serving the API server
   * @param power ends containers
   */
  public Insides(
      RangeClock clock,
      ObjectStore store,
      Registry registry,
      Wiring wiring,
      Machines machines,
      Serving serving,
      Power power) {
    this.clock = clock;
    this.store = store;
    this.registry = registry;
    this.network = new Network(clock::now, store, wiring, this::listens, machines::answers);
    this.flows = new Flows(network);
    this.serving = serving;
    this.tokens = new PodTokens(clock, store, serving);
    this.power = power;
    this.wants = new Wants(clock, store, flows);
  }

  /** What they are on. */
  public Network network() {
    return network;
  }

  /** The connections that are kept. */
  public Flows flows() {
    return flows;
  }

  private static Optional<ObjectNode> container(JsonNode pod, String name) {
    for (String list : LISTS) {
      Optional<ObjectNode> found =
          Tree.first(Tree.at(pod, "spec", list), c -> Tree.text(c, "name").equals(name));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A container that runs. */
  private Optional<Place> place(ObjectNode pod, String name) {
    ObjectNode status = Statuses.of(pod, name);
    String id = Tree.text(status, "containerID");
    if (!status.path("state").has("running")) {
      return Optional.empty();
    }
    ImageFacts image =
        registry
            .startedAs(id)
            .orElseGet(
                () -> registry.running(Tree.text(status, "imageID"), Tree.text(status, "image")));
    return container(pod, name).map(c -> new Place(pod, c, id, image));
  }

  /** A running container from inside. */
  public Optional<Machine> machine(Stored pod, String name) {
    ObjectNode tree = pod.tree();
    return place(tree, name)
        .map(place -> {
          Optional<Instant> started =
              Tree.moment(Statuses.of(tree, name), "state", "running", "startedAt");
          Optional<Machine> other = beside(pod, tree, place);
          return machine(place, Peer.of(pod), started.orElse(clock.now()), other);
        });
  }

  /** The container, or all of them, whose processes a container sees beside its own. */
  private Optional<Machine> beside(Stored pod, ObjectNode tree, Place place) {
    if (!tree.at("/spec/shareProcessNamespace").asBoolean()) {
      String target = Tree.text(place.container(), "targetContainerName");
      return target.isEmpty() ? Optional.empty() : machine(pod, target);
    }
    Peer self = Peer.of(pod);
    Machine last = Sandbox.machine(self.key().name(), clock, code -> restart(self.key(), tree));
    for (Place each : places(tree)) {
      if (!each.name().equals(place.name())) {
        last = machine(each, self, clock.now(), Optional.of(last));
      }
    }
    return Optional.of(last);
  }

  private List<Place> places(ObjectNode pod) {
    List<Place> places = new ArrayList<>();
    for (JsonNode each : Tree.at(pod, "spec", "containers")) {
      place(pod, Tree.text(each, "name")).ifPresent(places::add);
    }
    return places;
  }

  /** When the sandbox ends, all its containers do. */
  private void restart(ObjectKey key, ObjectNode pod) {
    places(pod).forEach(each -> power.ends(key, each.name(), KILLED));
  }

  private Machine machine(Place place, Peer self, Instant started, Optional<Machine> target) {
    Surroundings surroundings = new Surroundings(store, tokens, place.pod(), place.container());
    String folder = Tree.text(place.container(), "workingDir");
    Map<String, String> environment = new LinkedHashMap<>(surroundings.environment());
    Interior.User user = place.interior().user();
    environment.put("HOME", user.id() == 0 ? "/root" : "/home/" + user.name());
    int shift = target.map(t -> t.shift() + Machine.OWN_FIRST).orElse(0);
    Machine.About about =
        new Machine.About(
            self.key().name(),
            folder.isEmpty() ? "/" : folder,
            environment,
            started,
            surroundings.files());
    return new Machine(
        about,
        place.interior(),
        layer(place.id()),
        wires(place, self, shift),
        clock::now,
        code -> power.ends(self.key(), place.name(), code),
        target);
  }

  private Layer layer(String id) {
    return layers.computeIfAbsent(id, i -> new Layer());
  }

  private Wires wires(Place place, Peer self, int shift) {
    List<Seen> visible = new ArrayList<>(List.of(new Seen(place, shift)));
    String target = Tree.text(place.container(), "targetContainerName");
    place(place.pod(), target).ifPresent(other -> visible.add(new Seen(other, 0)));
    Set<Integer> ports = new HashSet<>();
    places(place.pod()).forEach(each -> ports.addAll(each.ports()));
    return new PodWires(
        network, flows, serving::line, self, ports, (id, number) -> pid(visible, id, number));
  }

  /** A container whose processes are seen, with so much higher numbers. */
  private record Seen(Place place, int shift) {}

  private static int pid(List<Seen> visible, String id, int number) {
    for (Seen each : visible) {
      Place place = each.place();
      if (id.equals(place.id())) {
        return number + each.shift();
      }
      if (id.isEmpty() && place.ports().contains(number)) {
        int own =
            place.interior().sockets().stream()
                .filter(s -> s instanceof Connection.Listens l && l.port() == number)
                .map(Connection::pid)
                .findFirst()
                .orElse(1);
        return own + each.shift();
      }
    }
    return 0;
  }

  private boolean listens(Stored pod, int port) {
    ObjectNode tree = pod.tree();
    for (JsonNode each : Tree.at(tree, "spec", "containers")) {
      if (place(tree, Tree.text(each, "name")).filter(p -> p.ports().contains(port)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public ImageFacts begins(ObjectNode pod, JsonNode container, String id, ImageFacts image) {
    Place place = new Place(pod, container, id, image);
    wants.keep(place, layer(place.id()));
    Optional<List<String>> words = Commands.simulated(container, image);
    if (words.isEmpty()) {
      return image;
    }
    Optional<Peer> self =
        store
            .get(
                ResourceTypes.PODS,
                Tree.text(pod, "metadata", "namespace"),
                Tree.text(pod, "metadata", "name"))
            .map(Peer::of);
    return self.map(s -> machine(place, s, clock.now(), Optional.empty()))
        .map(m -> Commands.behaviour(words.get(), container, image, m))
        .orElse(image);
  }

  @Override
  public Optional<String> fails(ObjectNode pod, String container, JsonNode probe) {
    return place(pod, container)
        .flatMap(place -> {
          boolean told =
              !place.interior().sockets().isEmpty()
                  || Commands.simulated(place.container(), place.image()).isPresent();
          Optional<Set<Integer>> ports = told ? Optional.of(place.ports()) : Optional.empty();
          String address = Tree.text(pod, "status", "podIP");
          return new Probing(address, place.container(), ports, () -> insideOf(pod, container))
              .wrong(probe);
        });
  }

  private Optional<Machine> insideOf(ObjectNode pod, String container) {
    return store
        .get(
            ResourceTypes.PODS,
            Tree.text(pod, "metadata", "namespace"),
            Tree.text(pod, "metadata", "name"))
        .flatMap(now -> machine(now, container));
  }
}
