package org.lazaretto.plan;

import java.util.Locale;
import java.util.Optional;

/** How suspects are ended. */
public enum Disposal {
  /** The suspects alone; what owns them starts others (T-10). */
  PODS,
  /** What owns them is deleted and leaves its pods behind; then the suspects. */
  ORPHAN,
  /** What owns them is deleted, with all of its pods. */
  FOREGROUND,
  /** What owns them is scaled to 0, which ends all of its pods. */
  SCALE,
  /** Their containers are started again, by having the first process end. */
  RESTART,
  /** Somebody stops their containers on the node. */
  STOP,
  /** Somebody kills their containers on the node. */
  KILL,
  /** Somebody removes their containers on the node. */
  REMOVE,
  /** Somebody freezes their containers on the node. */
  PAUSE;

  /** What is done on the node; empty if Kubernetes does it. */
  public Optional<NodeDeed> onNode() {
    return switch (this) {
      case PODS, ORPHAN, FOREGROUND, SCALE, RESTART -> Optional.empty();
      case STOP -> Optional.of(NodeDeed.STOP);
      case KILL -> Optional.of(NodeDeed.KILL);
      case REMOVE -> Optional.of(NodeDeed.REMOVE);
      case PAUSE -> Optional.of(NodeDeed.PAUSE);
    };
  }

  /** Whether it is about containers, and leaves the pods. */
  public boolean ofContainers() {
    return this == RESTART || onNode().isPresent();
  }

  /** The word on the command line and in plans. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return word();
  }
}
