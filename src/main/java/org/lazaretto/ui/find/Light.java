package org.lazaretto.ui.find;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.lazaretto.find.Filter;
import org.lazaretto.model.Pod;
import org.lazaretto.ui.desk.Dimming;

/**
 * A light whose answers were made ahead, for the pods there were; of a pod that has changed since
 * the filter is asked.
 *
 * @param of what it was made of
 * @param dimming answers like the filter, but sooner
 */
record Light(Of of, Dimming dimming) {
  /** What a light is made of: a filter, and the UIDs of the suspects. */
  record Of(Filter filter, Set<String> suspects) {
    /** The light that asks the filter each time. */
    Dimming dimming() {
      return filter.isOpen() ? Dimming.NONE : new Dimming(FilterWords.of(filter), this::shows);
    }

    private boolean shows(Pod pod) {
      return filter.shows(pod, suspects.contains(pod.ref().uid()));
    }
  }

  /** Asks the filter of every pod; a linear pass, for the background. */
  static Light over(Of of, Iterable<Pod> pods) {
    // By identity: a pod that has changed is another object, and equality would compare all of it.
    Set<Pod> lit = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Pod> dark = Collections.newSetFromMap(new IdentityHashMap<>());
    pods.forEach(pod -> (of.shows(pod) ? lit : dark).add(pod));
    Dimming dimming =
        new Dimming(
            FilterWords.of(of.filter()),
            pod -> lit.contains(pod) || (!dark.contains(pod) && of.shows(pod)));
    return new Light(of, dimming);
  }
}
