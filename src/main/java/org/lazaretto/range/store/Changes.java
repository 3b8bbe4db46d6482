package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/** The ways to change objects; either done for real or rehearsed with the same answers. */
public interface Changes {
  /**
   * Adds an object. Sets uid, creationTimestamp, generation and, from {@code generateName}, its
   * name.
   *
   * @param type its kind
   * @param tree the object; not changed
   * @return as stored
   * @throws ApiProblem 409 if the name is taken, 422 if it has none
   */
  Stored create(ResourceType type, ObjectNode tree);

  /**
   * Reads an object, changes it and writes it, with nobody in between. A change that changes
   * nothing makes no new version. An object that waits for its deletion is removed once it has no
   * finalizers left and no grace. Identity (uid, name, creation and deletion time) cannot be
   * changed this way.
   *
   * @param namespace empty for what lives in no namespace
   * @param change gets a tree that it may change; must not call the store; what it throws is passed
   *     on
   * @return as stored
   * @throws ApiProblem 404 if there is none, 409 if the new tree has another resourceVersion
   */
  Stored update(ResourceType type, String namespace, String name, UnaryOperator<ObjectNode> change);

  /**
   * Deletes an object as a real server does: a pod on a node gets its grace and waits for its
   * kubelet, who deletes it again with {@link Deletion#now()}; an object with finalizers waits for
   * them.
   *
   * @param namespace empty for what lives in no namespace
   * @throws ApiProblem 404 if there is none, 409 if a precondition does not hold
   */
  Removal delete(ResourceType type, String namespace, String name, Deletion how);
}
