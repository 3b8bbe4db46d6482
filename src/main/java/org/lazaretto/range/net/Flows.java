package org.lazaretto.range.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.lazaretto.range.store.ObjectKey;

/**
 * The connections that processes keep. Each is tried again until it stands; what then becomes of it
 * when a policy forbids it follows the CNI. Called by many threads.
 */
public final class Flows {
  private static final int MOST = 20_000;
  private static final int FIRST_PORT = 32_768;

  private final Network network;
  private final Map<String, Owner> owners = new LinkedHashMap<>();

  /** The flows of a network. */
  public Flows(Network network) {
    this.network = network;
  }

  /**
   * A connection that a process keeps.
   *
   * @param pid its number in its container
   * @param host a name or an address
   * @param port where to
   */
  public record Wish(int pid, String host, int port) {}

  /**
   * A connection as it is.
   *
   * @param container of the process that keeps it
   * @param wish what the process wants
   * @param from the client's pod
   * @param localPort its port
   * @param remote the other end's address, if it is known
   * @param remotePort its port
   * @param established or else still being tried
   */
  public record Flow(
      String container,
      Wish wish,
      Peer from,
      int localPort,
      Optional<String> remote,
      int remotePort,
      boolean established) {}

  private record Owner(String container, ObjectKey pod, IntPredicate alive, List<Track> tracks) {}

  /** One connection over time. */
  private static final class Track {
    private final Wish wish;
    private int tries;
    private int port;
    private boolean stands;
    private Optional<String> address = Optional.empty();
    private Optional<Peer> peer = Optional.empty();

    Track(Wish wish) {
      this.wish = wish;
    }

    void breaks() {
      stands = false;
      tries++;
    }
  }

  /**
   * A container began whose processes keep connections.
   *
   * @param alive whether a process still runs
   */
  public synchronized void begin(
      String container, ObjectKey pod, List<Wish> wishes, IntPredicate alive) {
    owners.put(
        container, new Owner(container, pod, alive, wishes.stream().map(Track::new).toList()));
    if (owners.size() > MOST) {
      owners.remove(owners.keySet().iterator().next());
    }
    look();
  }

  /** A container has ended. */
  public synchronized void end(String container) {
    owners.remove(container);
  }

  /**
   * Lets every process try what it wants. To be called after each change that may matter; nothing
   * changes between two of them.
   */
  public synchronized void look() {
    owners.values().removeIf(owner -> network.peer(owner.pod()).isEmpty());
    for (Owner owner : owners.values()) {
      network
          .peer(owner.pod())
          .filter(p -> p.traits().runs())
          .ifPresent(from -> owner.tracks().forEach(track -> look(owner, from, track)));
    }
  }

  private void look(Owner owner, Peer from, Track track) {
    if (!owner.alive().test(track.wish.pid())) {
      track.stands = false;
      return;
    }
    if (track.stands && isGone(track)) {
      track.breaks();
    }
    if (track.stands && network.cni() == Cni.CALICO && !isOpen(from, track)) {
      track.breaks();
    }
    if (!track.stands) {
      connect(from, track);
    }
  }

  private boolean isGone(Track track) {
    return track
        .peer
        .filter(p ->
            network
                .peer(p.key())
                .filter(now -> now.uid().equals(p.uid()) && now.traits().runs())
                .isEmpty())
        .isPresent();
  }

  private boolean isOpen(Peer from, Track track) {
    String address = track.peer.map(Peer::address).or(() -> track.address).orElse("");
    return network.connect(from, address, track.port, false) instanceof Verdict.Open;
  }

  private void connect(Peer from, Track track) {
    Optional<List<String>> found = network.lookup(from, track.wish.host());
    Optional<String> address = found.flatMap(list -> list.stream().findFirst());
    track.address = address.or(() -> track.address);
    if (address.isPresent()
        && network.connect(from, address.get(), track.wish.port(), false)
            instanceof Verdict.Open(Optional<Peer> peer, int port)) {
      track.peer = peer;
      track.port = port;
      track.stands = true;
    }
  }

  /** The connections of a pod, as client and as server. */
  public synchronized List<Flow> of(String uid) {
    look();
    List<Flow> flows = new ArrayList<>();
    for (Owner owner : owners.values()) {
      Optional<Peer> from = network.peer(owner.pod());
      for (Track track : owner.tracks()) {
        boolean alive = owner.alive().test(track.wish.pid());
        boolean client = from.filter(f -> f.uid().equals(uid)).isPresent();
        boolean server = track.stands && track.peer.filter(p -> p.uid().equals(uid)).isPresent();
        if (alive && from.isPresent() && (client || server)) {
          flows.add(flow(owner, track, from.get()));
        }
      }
    }
    return flows;
  }

  private static Flow flow(Owner owner, Track track, Peer from) {
    int hash = (owner.container() + track.wish + track.tries).hashCode();
    int port = FIRST_PORT + Math.floorMod(hash, 28_000);
    Optional<String> remote = track.peer.map(Peer::address).or(() -> track.address);
    int there = track.stands ? track.port : track.wish.port();
    return new Flow(owner.container(), track.wish, from, port, remote, there, track.stands);
  }
}
