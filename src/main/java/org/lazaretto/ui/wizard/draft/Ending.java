package org.lazaretto.ui.wizard.draft;

import java.util.Arrays;
import java.util.List;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Usual;

/**
 * How suspects are ended.
 *
 * @param containers the names of containers as they were put in, with commas or spaces between;
 *     empty means all that run
 */
public record Ending(Disposal way, String containers) {
  /** What is done unless a person chooses otherwise. */
  public static final Ending USUAL = new Ending(Usual.DISPOSAL, "");

  Request.Dispose request(List<PodRef> suspects) {
    List<String> names =
        way.ofContainers()
            ? Arrays.stream(containers.split("[,\\s]+", -1)).filter(n -> !n.isEmpty()).toList()
            : List.of();
    return new Request.Dispose(suspects, way, names);
  }
}
