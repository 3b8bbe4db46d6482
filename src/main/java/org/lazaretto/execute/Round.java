package org.lazaretto.execute;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Workload;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/**
 * One look at the cluster by all that are followed: each node and each workload is read once,
 * however many ask. Safe to use from several threads.
 */
final class Round {
  private final ClusterReads reads;
  private final Lanes lanes;
  private final Instant at;
  private final boolean counts;
  private final Map<String, Once<Map<String, Pod>>> nodes = new ConcurrentHashMap<>();
  private final Map<String, Once<Optional<Workload>>> workloads = new ConcurrentHashMap<>();
  private final Map<String, Once<List<Pod>>> pods = new ConcurrentHashMap<>();

  /**
   * A round that begins.
   *
   * @param counts whether replacements are counted in it, or only who has gone
   */
  Round(ClusterReads reads, Lanes lanes, Instant at, boolean counts) {
    this.reads = reads;
    this.counts = counts;
    this.lanes = lanes;
    this.at = at;
  }

  /** When the round began, by this workstation's clock. */
  Instant at() {
    return at;
  }

  /** Whether replacements are counted in this round. */
  boolean counts() {
    return counts;
  }

  /** The pods on that node, by UID. */
  Map<String, Pod> podsOn(String node) throws PortException {
    return nodes.computeIfAbsent(node, name -> once(() -> byUid(reads.podsOn(name)))).get();
  }

  Optional<Workload> workload(ObjectRef ref) throws PortException {
    return workloads.computeIfAbsent(ref.uid(), _ -> once(() -> reads.workload(ref))).get();
  }

  List<Pod> podsOf(Workload workload) throws PortException {
    String uid = workload.object().uid();
    return pods.computeIfAbsent(uid, _ -> once(() -> reads.podsOf(workload))).get();
  }

  private <T> Once<T> once(Read<T> read) {
    return new Once<>(() -> lanes.inSlot(read::read));
  }

  private static Map<String, Pod> byUid(List<Pod> list) {
    Map<String, Pod> map = new HashMap<>();
    list.forEach(pod -> map.put(pod.ref().uid(), pod));
    return map;
  }

  /** A read that is made when it is first asked for, by one thread; failures are kept too. */
  private static final class Once<T> {
    private final Read<T> read;
    private Optional<T> value = Optional.empty();
    private Optional<PortException> failure = Optional.empty();

    Once(Read<T> read) {
      this.read = read;
    }

    synchronized T get() throws PortException {
      if (value.isEmpty() && failure.isEmpty()) {
        try {
          value = Optional.of(read.read());
        } catch (PortException e) {
          failure = Optional.of(e);
        }
      }
      if (failure.isPresent()) {
        throw failure.get();
      }
      return value.orElseThrow();
    }
  }

  private interface Read<T> {
    T read() throws PortException;
  }
}
