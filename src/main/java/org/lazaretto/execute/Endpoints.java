package org.lazaretto.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lazaretto.model.EndpointSlice;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Verdict;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/**
 * Waits until the EndpointSlices of services name certain pods no more. A controller writes them a
 * moment after the labels changed. Traffic follows the address, so that what somebody wrote by hand
 * and names no pod counts too.
 */
final class Endpoints {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ClusterReads reads;
  private final Optional<Timing> timing;

  Endpoints(ClusterReads reads, Timing timing) {
    this.reads = reads;
    this.timing = Optional.of(timing);
  }

  private Endpoints(ClusterReads reads) {
    this.reads = reads;
    this.timing = Optional.empty();
  }

  /** As they are now, without waiting. */
  static Endpoints now(ClusterReads reads) {
    return new Endpoints(reads);
  }

  /** Whether the services let go of the pod. */
  Verdict without(List<ObjectRef> services, ObjectRef pod) {
    return until(services, List.of(pod));
  }

  /** Whether the service let go of the pods. */
  Verdict without(ObjectRef service, List<ObjectRef> pods) {
    return until(List.of(service), pods);
  }

  private Verdict until(List<ObjectRef> services, List<ObjectRef> pods) {
    return timing
        .map(waiting -> until(waiting, services, pods))
        .orElseGet(() -> look(services, pods));
  }

  private Verdict until(Timing timing, List<ObjectRef> services, List<ObjectRef> pods) {
    Instant end = timing.clock().instant().plus(PATIENCE);
    Verdict verdict = look(services, pods);
    while (verdict instanceof Verdict.DoesNotHold
        && timing.clock().instant().isBefore(end)
        && timing.waiter().pause(PAUSE)) {
      verdict = look(services, pods);
    }
    return verdict;
  }

  private Verdict look(List<ObjectRef> services, List<ObjectRef> pods) {
    try {
      Set<String> uids = pods.stream().map(ObjectRef::uid).collect(Collectors.toSet());
      Set<String> addresses = addresses(pods);
      Set<String> sending = new TreeSet<>();
      int others = 0;
      for (ObjectRef service : services) {
        for (EndpointSlice slice : reads.slicesOf(service)) {
          for (EndpointSlice.Endpoint endpoint : slice.endpoints()) {
            boolean named =
                endpoint.podUid().isEmpty()
                    ? addresses.contains(endpoint.address())
                    : uids.contains(endpoint.podUid());
            others += named ? 0 : 1;
            if (named) {
              sending.add(service.path());
            }
          }
        }
      }
      return verdict(services, sending, others);
    } catch (PortException e) {
      return Verifier.unread(e);
    }
  }

  /** A pod with its node's network shares its address with others. */
  private Set<String> addresses(List<ObjectRef> pods) throws PortException {
    Set<String> addresses = new HashSet<>();
    for (ObjectRef ref : pods) {
      reads
          .pod(ref.namespace(), ref.name())
          .filter(pod -> pod.ref().uid().equals(ref.uid()) && !pod.shape().host().network())
          .map(pod -> pod.status().podIp())
          .filter(address -> !address.isEmpty())
          .ifPresent(addresses::add);
    }
    return addresses;
  }

  private static String named(int others) {
    return switch (others) {
      case 0 -> "no other endpoint.";
      case 1 -> "1 other endpoint.";
      default -> others + " other endpoints.";
    };
  }

  private static Verdict verdict(List<ObjectRef> services, Set<String> sending, int others) {
    String names = String.join(", ", services.stream().map(ObjectRef::path).sorted().toList());
    return sending.isEmpty()
        ? new Verdict.Holds(
            "The EndpointSlices of "
                + names
                + " name it no more; they name "
                + named(others)
                + " Established connections may go on (T-55).")
        : new Verdict.DoesNotHold(
            "The EndpointSlices of " + String.join(", ", sending) + " still name it.");
  }
}
