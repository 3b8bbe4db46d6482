package org.lazaretto.plan;

import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;

/** Steps that only read, and keep what they read as evidence. */
public sealed interface CaptureStep extends Step {
  /** The suspect for whom it is captured. */
  PodRef suspect();

  /**
   * Keeps one answer of the API server, byte for byte as served.
   *
   * @param target the object the answer is about
   * @param what what is captured, in a few words, such as {@code log of container app, previous}
   * @param path the request path with its query
   */
  record KeepResponse(StepId id, ObjectRef target, PodRef suspect, String what, String path)
      implements CaptureStep {}
}
