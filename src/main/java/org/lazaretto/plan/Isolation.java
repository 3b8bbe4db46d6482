package org.lazaretto.plan;

import java.util.Locale;

/**
 * How suspects are shut off, besides the case's label and the case's policy.
 *
 * @param services what becomes of the services in front of them
 * @param exceptPolicies whether policies that allow something to a suspect let go of it (T-06)
 * @param stripLabels whether a suspect loses labels that its owner chooses by too, where nothing
 *     else takes it out of a service (T-07, T-10)
 * @param probeImage the image of the pod that tries to connect; empty to try nothing
 * @param lookInside whether commands are run in the suspect to see what it can reach and what
 *     stands; that alters it (T-35)
 */
public record Isolation(
    Services services,
    boolean exceptPolicies,
    boolean stripLabels,
    String probeImage,
    boolean lookInside) {
  /** An image with {@code nc}, which says by its exit code whether a connection was made. */
  public static final String PROBE_IMAGE = "busybox:1.37";

  /** Without a look from inside. */
  public Isolation(
      Services services, boolean exceptPolicies, boolean stripLabels, String probeImage) {
    this(services, exceptPolicies, stripLabels, probeImage, false);
  }

  /** What harms nobody else. */
  public static final Isolation USUAL = new Isolation(Services.LEAVE, true, false, PROBE_IMAGE);

  /** Whether labels are stripped at all: where a service stays or closes, none needs to be. */
  public boolean strips() {
    return stripLabels && services == Services.LEAVE;
  }

  /** The same with or without a look from inside. */
  public Isolation lookInside(boolean other) {
    return new Isolation(services, exceptPolicies, stripLabels, probeImage, other);
  }

  /** What becomes of a service in front of a suspect. */
  public enum Services {
    /** The suspect leaves it, if its labels allow it. */
    LEAVE,
    /** It chooses no pod any more, suspect or not. */
    CLOSE,
    /** It stays as it is. */
    KEEP;

    /** The word on the command line and in plans. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** As on the command line. */
    @Override
    public String toString() {
      return word();
    }
  }
}
