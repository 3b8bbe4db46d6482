package org.lazaretto.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Verdict;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/** Waits until pods are gone, by UID, each as long as its own grace lets it stay and a little. */
final class Departed {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ClusterReads reads;
  private final Timing timing;

  Departed(ClusterReads reads, Timing timing) {
    this.reads = reads;
    this.timing = timing;
  }

  Verdict until(List<PodRef> pods) {
    Instant start = timing.clock().instant();
    while (true) {
      try {
        List<Pod> there = there(pods);
        if (there.isEmpty()) {
          return new Verdict.Holds("Read again: none of these UIDs is there: " + count(pods) + ".");
        }
        Duration longest =
            there.stream().map(pod -> pod.shape().grace()).reduce(Duration.ZERO, Departed::longer);
        Instant end = start.plus(longest).plus(timing.patience().gone());
        if (!timing.clock().instant().isBefore(end) || !timing.waiter().pause(PAUSE)) {
          return new Verdict.DoesNotHold(
              "Still there: "
                  + String.join(", ", there.stream().map(pod -> pod.ref().path()).toList())
                  + ".");
        }
      } catch (PortException e) {
        return Verifier.unread(e);
      }
    }
  }

  private List<Pod> there(List<PodRef> pods) throws PortException {
    List<Pod> there = new ArrayList<>();
    for (PodRef ref : pods) {
      Optional<Pod> pod = reads.pod(ref.namespace(), ref.name());
      pod.filter(found -> found.ref().equals(ref)).ifPresent(there::add);
    }
    return there;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static String count(List<PodRef> pods) {
    return pods.size() == 1 ? "1 pod" : pods.size() + " pods";
  }
}
