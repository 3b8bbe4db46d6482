package org.lazaretto.graph.lens;

import java.util.List;
import java.util.Optional;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;

/** One box of the lens. Names are hostile input. */
public sealed interface Vertex {
  /** The same box has the same id in every picture. */
  String id();

  /** Where it stands. */
  LensColumn column();

  /** Whether it is a suspect, or directly tied to one. */
  boolean suspect();

  /** The top of an owner chain, with how many pods of the scope it has. */
  record OfOwner(ObjectRef owner, int pods, boolean suspect) implements Vertex {
    @Override
    public String id() {
      return "owner:" + owner.uid();
    }

    @Override
    public LensColumn column() {
      return LensColumn.OWNERS;
    }
  }

  /** A pod. */
  record OfPod(Pod pod, boolean suspect) implements Vertex {
    @Override
    public String id() {
      return "pod:" + pod.ref().uid();
    }

    @Override
    public LensColumn column() {
      return LensColumn.PODS;
    }
  }

  /** Replicas of one owner that are told together; none of them is a suspect. */
  record OfReplicas(ObjectRef owner, List<Pod> pods) implements Vertex {
    /** Copies what it is given. */
    public OfReplicas {
      pods = List.copyOf(pods);
    }

    @Override
    public String id() {
      return "replicas:" + owner.uid();
    }

    @Override
    public LensColumn column() {
      return LensColumn.PODS;
    }

    @Override
    public boolean suspect() {
      return false;
    }
  }

  /**
   * A node.
   *
   * @param node what is known of it; empty if pods name a node that is not seen
   * @param pods how many pods it has in all, in the scope or not
   */
  record OfNode(String name, Optional<Node> node, int pods, boolean suspect) implements Vertex {
    @Override
    public String id() {
      return "node:" + name;
    }

    @Override
    public LensColumn column() {
      return LensColumn.NODES;
    }
  }

  /**
   * What found no room in a column: so many more owners, pods or nodes.
   *
   * @param some the names of the first of them
   */
  record Rest(LensColumn column, int count, List<String> some) implements Vertex {
    /** Copies what it is given. */
    public Rest {
      some = List.copyOf(some);
    }

    @Override
    public String id() {
      return "rest:" + column;
    }

    @Override
    public boolean suspect() {
      return false;
    }
  }
}
