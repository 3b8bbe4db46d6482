package org.lazaretto.model;

import java.util.List;
import java.util.Optional;

/**
 * Where a workload comes from.
 *
 * @param controller the object above it, such as the Deployment of a ReplicaSet
 * @param stewards the tools that set back what is changed by hand (T-31)
 */
public record Origin(Optional<ObjectRef> controller, List<Steward> stewards) {
  /** Copies what it is given. */
  public Origin {
    stewards = List.copyOf(stewards);
  }
}
