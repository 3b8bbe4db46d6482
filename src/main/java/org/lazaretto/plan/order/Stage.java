package org.lazaretto.plan.order;

import java.util.Optional;
import org.lazaretto.plan.Wizard;

/** What is done between two decisions. */
public enum Stage {
  FREEZE("freeze what the API knows", Optional.of(Wizard.FREEZE), false),
  PROTECT("cordon and protect the node", Optional.of(Wizard.CORDON), false),
  RUNTIME("node-runtime state", Optional.empty(), false),
  SNAPSHOTS("snapshots of all volumes", Optional.empty(), false),
  MEMORY("node memory", Optional.empty(), false),
  LOGS("logs of every container", Optional.of(Wizard.FREEZE), false),
  LIVE_RESPONSE("live response in the pod", Optional.empty(), false),
  ISOLATE_POD("isolate the pod and its services", Optional.of(Wizard.ISOLATE), true),
  CREDENTIALS("take the credentials away", Optional.of(Wizard.CREDENTIALS), false),
  EVACUATE("evacuate the clean applications", Optional.of(Wizard.EVACUATE), false),
  ISOLATE_NODE("isolate the node", Optional.empty(), false),
  DISPOSE("dispose of the suspect", Optional.of(Wizard.DISPOSE), false),
  RECOVER("recover, hardened", Optional.of(Wizard.RECOVER), false);

  private final String title;
  private final Optional<Wizard> wizard;
  private final boolean atPod;

  Stage(String title, Optional<Wizard> wizard, boolean atPod) {
    this.title = title;
    this.wizard = wizard;
    this.atPod = atPod;
  }

  /** What it does, in a few words. */
  public String title() {
    return title;
  }

  /** The wizard that carries it out; empty where it is done outside this program. */
  public Optional<Wizard> wizard() {
    return wizard;
  }

  /** Whether it ends at the pod, so that a suspected host defeats it (T-09). */
  public boolean atPod() {
    return atPod;
  }
}
