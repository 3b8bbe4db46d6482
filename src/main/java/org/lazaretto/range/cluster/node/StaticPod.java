package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;

/**
 * A pod that a node starts from a file of its own.
 *
 * @param node the node's name
 * @param manifest the file's content: a pod without the node's name in its name
 */
public record StaticPod(String node, ObjectNode manifest) {
  /** Under which name the API shows it. */
  public ObjectKey mirror() {
    return new ObjectKey(
        Tree.text(manifest, "metadata", "namespace"),
        Tree.text(manifest, "metadata", "name") + "-" + node);
  }
}
