package org.lazaretto.port;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Propagation;

/**
 * Changes a cluster. Each call sends one change at most and is never repeated silently. Where a
 * {@link PortException} says NO_ANSWER the change may have been made; with every other kind it was
 * not. All calls block.
 */
public interface ClusterControl {
  /** Whether the change is really made. */
  enum Mode {
    /** The change is made. */
    REAL,
    /** Server-side dry run ({@code dryRun=All}): everything but the storing. */
    DRY_RUN
  }

  /**
   * Sets {@code spec.unschedulable} of a node, if it still has that UID. Repeating changes nothing.
   *
   * @throws PortException NOT_FOUND if the node is gone or another of that name
   */
  Exchange unschedulable(NodeRef node, boolean value, Mode mode) throws PortException;

  /**
   * Posts an Eviction with the pod's UID as precondition.
   *
   * @throws PortException THROTTLED where a budget refuses (the reason {@code DisruptionBudget}),
   *     NOT_FOUND if the pod is gone, CONFLICT if another pod has its name, SERVER_ERROR under two
   *     budgets
   */
  Exchange evict(PodRef pod, Mode mode) throws PortException;

  /**
   * Sets the template annotation {@code kubectl.kubernetes.io/restartedAt}, if the workload still
   * has that UID.
   *
   * @param stamp the annotation's value, RFC 3339
   */
  Exchange restart(ObjectRef workload, String stamp, Mode mode) throws PortException;

  /**
   * Changes fields of an object by a JSON patch, if it still has that UID and each field still has
   * its former value; reads the object first. All edits are made or none.
   *
   * @return the request; empty if every field had its wanted value already and nothing was sent
   * @throws PortException NOT_FOUND if the object is gone or another of that name; CONFLICT if a
   *     field has neither its former nor its wanted value, naming both, or changed meanwhile
   */
  Optional<Exchange> edit(ObjectRef object, List<FieldEdit> edits, Mode mode) throws PortException;

  /**
   * Creates an object, and never changes one that is there.
   *
   * @param object where it comes to stand; its UID is empty
   * @param manifest the object as JSON
   * @throws PortException CONFLICT if there is one of that name
   */
  Created create(ObjectRef object, String manifest, Mode mode) throws PortException;

  /**
   * Deletes an object, with its UID as precondition.
   *
   * @throws PortException NOT_FOUND if it is gone, CONFLICT if another one has its name
   */
  Exchange delete(ObjectRef object, Propagation propagation, Mode mode) throws PortException;

  /**
   * Runs a command in a container of a pod, without a terminal and without input, and waits for its
   * end. It alters the pod, and whoever is inside can see it (T-35); there is no dry run of it. The
   * pod is read before and after it: an exec names no UID. It begins with a GET, which may be sent
   * once more where a kept connection turns out to be dead: what is run must do no harm twice.
   *
   * @param words the program and its arguments; no shell is between
   * @param atMost how long it may take
   * @throws PortException NOT_FOUND if the pod is gone or another one has its name, FORBIDDEN if we
   *     may not, NO_ANSWER if the connection broke or the time was over before the command ended
   */
  Ran run(PodRef pod, String container, List<String> words, Duration atMost) throws PortException;

  /**
   * What creating came to.
   *
   * @param object the object with the UID that the server gave it
   */
  record Created(Exchange exchange, ObjectRef object) {}
}
