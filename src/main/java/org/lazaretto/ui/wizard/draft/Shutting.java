package org.lazaretto.ui.wizard.draft;

import java.util.List;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Isolation;
import org.lazaretto.plan.Isolation.Services;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Usual;

/**
 * How suspects are shut off.
 *
 * @param quarantine the value of the label that the case alone uses
 * @param how what is done besides the label and the case's policy
 */
public record Shutting(String quarantine, Isolation how) {
  /** What harms nobody else. */
  public static Shutting usual(String quarantine) {
    return new Shutting(quarantine, Usual.ISOLATION);
  }

  /** The same with something else done to the services. */
  public Shutting services(Services other) {
    return how(
        new Isolation(
            other, how.exceptPolicies(), how.stripLabels(), how.probeImage(), how.lookInside()));
  }

  /** The same with or without exceptions in other policies. */
  public Shutting exceptPolicies(boolean other) {
    return how(
        new Isolation(
            how.services(), other, how.stripLabels(), how.probeImage(), how.lookInside()));
  }

  /** The same with or without labels that the owner chooses by too. */
  public Shutting stripLabels(boolean other) {
    return how(
        new Isolation(
            how.services(), how.exceptPolicies(), other, how.probeImage(), how.lookInside()));
  }

  /** The same tried by a pod of that image; an empty one tries nothing. */
  public Shutting probedBy(String image) {
    return how(
        new Isolation(
            how.services(),
            how.exceptPolicies(),
            how.stripLabels(),
            image.strip(),
            how.lookInside()));
  }

  /** The same with or without a look from inside the suspects (T-35). */
  public Shutting lookInside(boolean other) {
    return how(how.lookInside(other));
  }

  private Shutting how(Isolation other) {
    return new Shutting(quarantine, other);
  }

  Request.Isolate request(List<PodRef> suspects) {
    return new Request.Isolate(suspects, quarantine, how);
  }
}
