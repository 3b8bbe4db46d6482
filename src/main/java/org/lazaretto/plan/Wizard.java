package org.lazaretto.plan;

/** The guided procedures. */
public enum Wizard {
  FREEZE,
  CORDON,
  ISOLATE,
  CREDENTIALS,
  EVACUATE,
  DISPOSE,
  RECOVER;

  /** The word on the command line and in plans. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
