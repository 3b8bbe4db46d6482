package org.lazaretto.model;

import java.time.Instant;

/** What knocking at a cluster's door told, without logging in. */
public sealed interface Reachability {
  /** TLS was agreed on with a server that is believed, whose certificate ends then. */
  record Reachable(Instant certificateEnds) implements Reachability {}

  /** A server answers, and is not believed; why. */
  record NotBelieved(String reason) implements Reachability {}

  /** Nobody answers; why. */
  record Unreachable(String reason) implements Reachability {}

  /** Cannot be known without logging in, such as behind a proxy; why. */
  record CannotTell(String reason) implements Reachability {}
}
