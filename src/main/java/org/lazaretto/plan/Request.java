package org.lazaretto.plan;

import java.util.List;
import java.util.Map;
import org.lazaretto.model.PodRef;

/** What a responder asks a wizard for. */
public sealed interface Request {
  /** The suspects, by UID. */
  List<PodRef> suspects();

  /** Which wizard answers it. */
  Wizard wizard();

  /** Keep what can be known about the suspects. */
  record Freeze(List<PodRef> suspects) implements Request {
    /** Copies what it is given. */
    public Freeze {
      suspects = List.copyOf(suspects);
    }

    @Override
    public Wizard wizard() {
      return Wizard.FREEZE;
    }
  }

  /**
   * Keep new pods off nodes.
   *
   * @param nodes names of the nodes; empty means the nodes of all suspects
   * @param protection what is done besides
   */
  record Cordon(List<PodRef> suspects, List<String> nodes, Protection protection)
      implements Request {
    /** Copies what it is given. */
    public Cordon {
      suspects = List.copyOf(suspects);
      nodes = List.copyOf(nodes);
    }

    /** A cordon and nothing else. */
    public Cordon(List<PodRef> suspects, List<String> nodes) {
      this(suspects, nodes, Protection.NONE);
    }

    @Override
    public Wizard wizard() {
      return Wizard.CORDON;
    }
  }

  /**
   * Move the clean applications off nodes.
   *
   * @param nodes names of the nodes; empty means the nodes of all suspects
   * @param method how a workload is moved unless it is named below
   * @param perWorkload other methods, keyed by {@code namespace/Kind/name}
   * @param decisions the named decisions that T-13 asks for
   */
  record Evacuate(
      List<PodRef> suspects,
      List<String> nodes,
      Method method,
      Map<String, Method> perWorkload,
      Decisions decisions)
      implements Request {
    /** Copies what it is given. */
    public Evacuate {
      suspects = List.copyOf(suspects);
      nodes = List.copyOf(nodes);
      perWorkload = Map.copyOf(perWorkload);
    }

    @Override
    public Wizard wizard() {
      return Wizard.EVACUATE;
    }
  }

  /**
   * Shut the suspects off, at the level of pods and services.
   *
   * @param quarantine the value of the label that the case alone uses, see {@link Quarantine}
   * @param how what is done besides the label and the case's policy
   */
  record Isolate(List<PodRef> suspects, String quarantine, Isolation how) implements Request {
    /** Copies what it is given. */
    public Isolate {
      suspects = List.copyOf(suspects);
    }

    @Override
    public Wizard wizard() {
      return Wizard.ISOLATE;
    }
  }

  /**
   * Take rights and tokens from the suspects' service accounts.
   *
   * @param bindings whether bindings lose the accounts
   * @param tokens whether Secrets that hold their tokens are deleted
   */
  record Credentials(List<PodRef> suspects, boolean bindings, boolean tokens) implements Request {
    /** Copies what it is given. */
    public Credentials {
      suspects = List.copyOf(suspects);
    }

    @Override
    public Wizard wizard() {
      return Wizard.CREDENTIALS;
    }
  }

  /**
   * End the suspects, once their evidence is kept.
   *
   * @param way how
   * @param containers the names of the containers that it is about, where the way is about
   *     containers; empty means all that run
   */
  record Dispose(List<PodRef> suspects, Disposal way, List<String> containers) implements Request {
    /** Copies what it is given. */
    public Dispose {
      suspects = List.copyOf(suspects);
      containers = List.copyOf(containers);
    }

    /** All of the suspects. */
    public Dispose(List<PodRef> suspects, Disposal way) {
      this(suspects, way, List.of());
    }

    @Override
    public Wizard wizard() {
      return Wizard.DISPOSE;
    }
  }

  /**
   * Take back what a case changed.
   *
   * @param hardened what let the intruder in and how it was closed, in the responder's words; empty
   *     while that is not confirmed
   * @param leave what stays as it is now: objects by their paths ({@code namespace/Kind/name}), and
   *     single steps by the journal line of their intent, such as {@code 57}
   */
  record Recover(List<PodRef> suspects, String hardened, List<String> leave) implements Request {
    /** Copies what it is given. */
    public Recover {
      suspects = List.copyOf(suspects);
      leave = List.copyOf(leave);
    }

    @Override
    public Wizard wizard() {
      return Wizard.RECOVER;
    }
  }

  /** How a workload leaves a node. */
  enum Method {
    EVICT,
    RESTART,
    /**
     * Each pod of the node that does not carry the quarantine label is evicted, as by {@code
     * kubectl drain --pod-selector='!lazaretto.org/quarantine'}; the pods are resolved to UIDs
     * first, and the suspects and their owners' pods left out by owner (T-13).
     */
    DRAIN,
    /** The node is tainted, which deletes its pods and asks no budget (T-17). */
    TAINT,
    KEEP;

    /** The word on the command line and in plans. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** As on the command line. */
    @Override
    public String toString() {
      return word();
    }
  }

  /**
   * What happens to pods that need a named decision (T-13, T-16). DaemonSet and mirror pods always
   * stay.
   *
   * @param emptyDir whether pods with an emptyDir move, losing what is in it
   * @param bare whether pods without a controller are evicted; nothing brings them back
   * @param kubeSystem whether pods of {@code kube-system} move
   * @param siblings whether pods of a suspect's own workload move, taking its hole along (T-10)
   */
  record Decisions(boolean emptyDir, boolean bare, boolean kubeSystem, boolean siblings) {
    /** Everything that needs a decision stays. */
    public static final Decisions KEEP_ALL = new Decisions(false, false, false, false);
  }
}
