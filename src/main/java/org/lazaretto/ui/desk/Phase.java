package org.lazaretto.ui.desk;

import java.util.Optional;
import org.lazaretto.plan.Wizard;

/** The phases of an incident; {@link Course} tells the order in which they are gone through. */
public enum Phase {
  OBSERVE,
  FREEZE,
  CORDON,
  CAPTURE,
  ISOLATE,
  CREDENTIALS,
  EVACUATE,
  DISPOSE,
  RECOVER,
  REPORT;

  /** How far a phase is. */
  public enum State {
    DONE,
    /** What comes next. */
    CURRENT,
    OPEN,
    /** It was begun and did not come to its end. */
    HELD,
    /** Somebody looked, and there is nothing to do. */
    NEEDLESS,
    /** This version does not guide through it. */
    ABSENT
  }

  /** The wizard that guides through it. */
  public Optional<Wizard> wizard() {
    return switch (this) {
      case FREEZE -> Optional.of(Wizard.FREEZE);
      case CORDON -> Optional.of(Wizard.CORDON);
      case ISOLATE -> Optional.of(Wizard.ISOLATE);
      case CREDENTIALS -> Optional.of(Wizard.CREDENTIALS);
      case EVACUATE -> Optional.of(Wizard.EVACUATE);
      case RECOVER -> Optional.of(Wizard.RECOVER);
      case DISPOSE -> Optional.of(Wizard.DISPOSE);
      case OBSERVE, CAPTURE, REPORT -> Optional.empty();
    };
  }

  /** Whether this version guides through it. */
  public boolean guided() {
    return this == OBSERVE || this == REPORT || wizard().isPresent();
  }

  /** How long a phase is urged on a responder. */
  public enum Urge {
    ALWAYS,
    /** Until a later phase is done: it may find nothing to do. */
    UNTIL_PASSED,
    /** Once the suspects are ended, until the report is written. */
    AFTER_AN_END,
    /** An incident may be closed without it. */
    NEVER
  }

  /** How long it is urged. */
  public Urge urge() {
    return switch (this) {
      case OBSERVE, FREEZE, CORDON, EVACUATE, REPORT -> Urge.ALWAYS;
      case ISOLATE, CREDENTIALS -> Urge.UNTIL_PASSED;
      case RECOVER -> Urge.AFTER_AN_END;
      case CAPTURE, DISPOSE -> Urge.NEVER;
    };
  }

  /** The phase that a wizard guides through. */
  public static Phase of(Wizard wizard) {
    return switch (wizard) {
      case FREEZE -> FREEZE;
      case CORDON -> CORDON;
      case ISOLATE -> ISOLATE;
      case EVACUATE -> EVACUATE;
      case CREDENTIALS -> CREDENTIALS;
      case DISPOSE -> DISPOSE;
      case RECOVER -> RECOVER;
    };
  }
}
