package org.lazaretto.port;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.Scenario;

/** Opens practice worlds: simulated clusters that are met only over the wire. */
public interface PracticeWorlds {
  /** The scenarios there are, in the order in which they are shown. */
  List<Scenario> scenarios() throws PortException;

  /**
   * Starts a world on loopback and writes its kubeconfig.
   *
   * @throws PortException LOCAL if there is no such scenario or the folder cannot be written
   */
  World start(Wish wish) throws PortException;

  /**
   * Which world.
   *
   * @param scenario the scenario's id; ignored where a size is given
   * @param size a generated cluster instead of the scenario's
   * @param folder where its kubeconfig goes; private to the user
   * @param speed how many simulated seconds pass in one real second
   * @param cni another way than the scenario's of enforcing network policies: vpc-cni or calico
   */
  record Wish(
      String scenario, Optional<Size> size, Path folder, double speed, Optional<String> cni) {
    /** With the scenario's own way of enforcing network policies. */
    public Wish(String scenario, Optional<Size> size, Path folder, double speed) {
      this(scenario, size, folder, speed, Optional.empty());
    }
  }

  /**
   * The size of a generated cluster.
   *
   * @param nodes number of nodes
   * @param pods number of pods
   * @param terminationSeconds how long a pod takes to end
   * @param churn how many changes of pods there are each second
   */
  record Size(int nodes, int pods, int terminationSeconds, int churn) {
    /** A cluster where nothing changes by itself. */
    public Size(int nodes, int pods, int terminationSeconds) {
      this(nodes, pods, terminationSeconds, 0);
    }
  }

  /** A running world; closing it ends the server and everything in it. */
  interface World extends AutoCloseable {
    /** The kubeconfig that reaches it. */
    Path kubeconfig();

    /** The scenario; a generated cluster has one without a walkthrough. */
    Scenario scenario();

    /** Waits until all workloads have settled; false if they have not in time. */
    boolean awaitSettled(Duration patience) throws InterruptedException;

    @Override
    void close();
  }
}
