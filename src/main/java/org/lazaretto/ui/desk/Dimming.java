package org.lazaretto.ui.desk;

import java.util.function.Predicate;
import org.lazaretto.model.Pod;

/**
 * Which pods stay lit while the rest is dimmed. Suspects are always lit.
 *
 * @param reason what the light shows, in a few words; empty if nothing is dimmed
 * @param lit whether a pod stays lit; called for every pod, so it has to be quick
 */
public record Dimming(String reason, Predicate<Pod> lit) {
  /** Nothing is dimmed. */
  public static final Dimming NONE = new Dimming("", _ -> true);

  /** Whether nothing is dimmed. */
  public boolean none() {
    return reason.isEmpty();
  }
}
