package org.lazaretto.model;

import java.time.Instant;

/** How well one kind is observed. */
public sealed interface KindHealth {
  /** Nothing complete has arrived yet. */
  record Loading() implements KindHealth {}

  /** Listed, and its watch is alive; last heard from at the time given. */
  record Synced(Instant asOf) implements KindHealth {}

  /** Not heard from since the time given. */
  record Stale(Instant since, String reason) implements KindHealth {}

  /** The caller may not list this kind. */
  record Denied(String reason) implements KindHealth {}
}
