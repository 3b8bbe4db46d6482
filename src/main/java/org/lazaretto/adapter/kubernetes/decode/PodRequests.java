package org.lazaretto.adapter.kubernetes.decode;

import org.lazaretto.model.Capacity;

/** What the scheduler reserves, by the rule of the page "Init Containers" and of sidecars. */
final class PodRequests {
  private Capacity running = new Capacity(0, 0, 1);
  private Capacity sidecars = Capacity.NONE;
  private Capacity peak = Capacity.NONE;
  private Capacity overhead = Capacity.NONE;
  private Capacity ofPod = Capacity.NONE;

  void container(Capacity amount) {
    running = running.plus(amount);
  }

  void init(Capacity amount, boolean sidecar) {
    if (sidecar) {
      sidecars = sidecars.plus(amount);
      peak = larger(peak, sidecars);
    } else {
      peak = larger(peak, sidecars.plus(amount));
    }
  }

  void overhead(Capacity amount) {
    overhead = amount;
  }

  void ofPod(Capacity amount) {
    ofPod = amount;
  }

  Capacity total() {
    Capacity needed = larger(running.plus(sidecars), peak);
    Capacity wanted =
        new Capacity(
            ofPod.cpuMillis() > 0 ? ofPod.cpuMillis() : needed.cpuMillis(),
            ofPod.memoryBytes() > 0 ? ofPod.memoryBytes() : needed.memoryBytes(),
            1);
    return wanted.plus(overhead);
  }

  private static Capacity larger(Capacity a, Capacity b) {
    return new Capacity(
        Math.max(a.cpuMillis(), b.cpuMillis()), Math.max(a.memoryBytes(), b.memoryBytes()), 1);
  }
}
