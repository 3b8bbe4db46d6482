package org.lazaretto.range.net;

import java.util.Optional;

/** What comes of connecting. */
public sealed interface Verdict {
  /**
   * It stands.
   *
   * @param peer the pod at the other end, if it is one
   * @param port where it came in, which behind a service may be another
   */
  record Open(Optional<Peer> peer, int port) implements Verdict {}

  /** The other end does not listen there, or a service has nobody behind it. */
  record Refused() implements Verdict {}

  /** Nothing comes back: a policy drops it, or nobody has that address. */
  record Silent() implements Verdict {}
}
