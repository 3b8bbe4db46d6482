package org.lazaretto.range.http;

import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.store.ObjectStore;

/**
 * What a server is made of.
 *
 * @param store the objects it serves
 * @param clock the simulated time
 * @param security who may do what
 * @param behaviour what the cluster behind it adds
 * @param instruments what watches and disturbs it
 * @param gitVersion what it says its version is, as in {@code v1.35.2-eks-1a2b3c4}
 */
public record ServerParts(
    ObjectStore store,
    RangeClock clock,
    Security security,
    Behaviour behaviour,
    Instruments instruments,
    String gitVersion) {
  /**
   * What the cluster behind a server adds.
   *
   * @param admission has a last hand on new objects
   * @param logs gives the logs of containers
   * @param door lets into them
   */
  public record Behaviour(Admission admission, LogSource logs, ContainerDoor door) {
    /** Nothing is added. */
    public static Behaviour none() {
      return new Behaviour(Admission.none(), LogSource.silent(), ContainerDoor.closed());
    }
  }

  /**
   * What watches and disturbs a server.
   *
   * @param audit notes every request
   * @param faults strikes some
   */
  public record Instruments(AuditLog audit, Faults faults) {
    /** Notes in memory and disturbs nothing until told to. */
    public static Instruments plain() {
      return new Instruments(AuditLog.inMemory(), new Faults());
    }
  }
}
