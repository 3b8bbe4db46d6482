package org.lazaretto.plan;

import java.util.List;
import java.util.regex.Pattern;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;

/** Steps that shut a suspect off, and those that open up again what was shut. */
public sealed interface ContainStep extends Step {
  /**
   * Changes fields of an object that still have their former values.
   *
   * @param edits what changes, with the former values
   * @param witnesses where the effect shows besides the object: the services that a pod leaves, the
   *     pods that a closed service lets go
   */
  record EditFields(
      StepId id,
      ObjectRef target,
      Purpose purpose,
      List<FieldEdit> edits,
      List<ObjectRef> witnesses)
      implements ContainStep {
    /** Copies what it is given. */
    public EditFields {
      edits = List.copyOf(edits);
      witnesses = List.copyOf(witnesses);
    }
  }

  /**
   * Creates the policy that denies everything to whatever carries the case's label.
   *
   * @param target the policy, without a UID as long as it is not there
   * @param quarantine the value of the label
   */
  record MakePolicy(StepId id, ObjectRef target, String quarantine) implements ContainStep {}

  /**
   * Removes a policy that the case created.
   *
   * @param target the policy with the UID that it was given
   * @param quarantine the value of the label that it is about
   */
  record RemovePolicy(StepId id, ObjectRef target, String quarantine) implements ContainStep {}

  /**
   * Asks by a pod made for it, and removed after it, whether the suspect can be connected to.
   *
   * @param probe what is tried
   * @param after whether it is asked after the isolation; before it, what answers shows what an
   *     isolation has to stop
   */
  record ProbeIngress(StepId id, PodRef pod, Probe probe, boolean after) implements ContainStep {
    @Override
    public ObjectRef target() {
      return pod.object();
    }
  }

  /**
   * Removes a probe's pod that the case made and could not remove.
   *
   * @param pod the pod with the UID that it has
   */
  record RemoveProbe(StepId id, PodRef pod) implements ContainStep {
    @Override
    public ObjectRef target() {
      return pod.object();
    }
  }

  /**
   * Runs fixed commands in the suspect that read and try, see {@link Inside}: which connections
   * stand, and whether it can still make one. It alters the pod (T-35).
   *
   * @param after whether it is asked after the isolation; only what could be done before it shows
   *     what the isolation stopped
   */
  record LookInside(StepId id, PodRef pod, Look look, boolean after) implements ContainStep {
    @Override
    public ObjectRef target() {
      return pod.object();
    }
  }

  /**
   * Where a look is taken from, and what it tries to reach.
   *
   * @param container in which the commands are run; the containers of a pod share its network
   * @param address an IP address to which one TCP connection is tried; empty to try none
   * @param port of that address
   * @param name of what is there, for people
   */
  record Look(String container, String address, int port, String name) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{0,45}");

    /** Refuses what could be taken for anything but an address. */
    public Look {
      if (!possible(address, port)) {
        throw new IllegalArgumentException("not an address and port: " + address + " " + port);
      }
    }

    /** Whether a connection can be tried to it. */
    public static boolean possible(String address, int port) {
      return ADDRESS.matcher(address).matches() && port >= 0 && port <= 65_535;
    }

    /** Whether a connection is tried at all. */
    public boolean tries() {
      return !address.isEmpty();
    }
  }

  /**
   * What a probe tries.
   *
   * @param address the suspect's address
   * @param port a TCP port on which it serves
   * @param image the image of the probe's pod
   */
  record Probe(String address, int port, String image) {}
}
