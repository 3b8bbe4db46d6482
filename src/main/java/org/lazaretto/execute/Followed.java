package org.lazaretto.execute;

import java.util.Optional;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.port.PortException;

/** A departure that is watched until it has ended one way or the other. One thread at a time. */
sealed interface Followed permits FollowedPod, FollowedRollout {
  /** The step. */
  EvacuateStep step();

  /** Whether something still has to go, as opposed to come back. */
  boolean leaving();

  /** The verdict, once there is one. */
  Optional<Verdict> look(Round round) throws PortException;
}
