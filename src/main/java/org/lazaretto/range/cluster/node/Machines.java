package org.lazaretto.range.cluster.node;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which machines can be reached. One that is cut off goes on running its containers; it hears of
 * nothing and reports nothing until it is back, and then makes up for it. Changed in the clock's
 * thread only; asked by any.
 */
public final class Machines {
  private final Map<String, Deque<Runnable>> silent = new ConcurrentHashMap<>();

  private final Set<String> full = ConcurrentHashMap.newKeySet();

  /** Whether a node has no disk left for its pods. */
  public boolean diskIsFull(String node) {
    return full.contains(node);
  }

  void disk(String node, boolean isFull) {
    if (isFull) {
      full.add(node);
    } else {
      full.remove(node);
    }
  }

  /** Whether the node's kubelet and the API server hear each other. */
  public boolean answers(String node) {
    return !silent.containsKey(node);
  }

  void cutOff(String node) {
    silent.putIfAbsent(node, new ArrayDeque<>());
  }

  /** Brings a machine back and does what was put off meanwhile, in order. */
  void restore(String node) {
    Deque<Runnable> putOff = silent.remove(node);
    if (putOff != null) {
      putOff.forEach(Runnable::run);
    }
  }

  /** Does it now, or when the machine is back. */
  void whenItAnswers(String node, Runnable task) {
    Deque<Runnable> putOff = silent.get(node);
    if (putOff == null) {
      task.run();
    } else {
      putOff.add(task);
    }
  }
}
