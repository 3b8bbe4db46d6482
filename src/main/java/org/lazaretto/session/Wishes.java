package org.lazaretto.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Usual;
import org.lazaretto.session.SessionException.Kind;

/** Turns names that a person wrote into objects with UIDs. */
final class Wishes {
  private Wishes() {}

  static Request request(ClusterSnapshot snapshot, PlanWish wish) throws SessionException {
    List<PodRef> suspects = suspects(snapshot, wish.suspects());
    return switch (wish.wizard()) {
      case FREEZE, ISOLATE, CREDENTIALS, DISPOSE, RECOVER ->
          Usual.request(wish.wizard(), suspects, Quarantine.of(suspects));
      case CORDON -> new Request.Cordon(suspects, wish.nodes(), Usual.PROTECTION);
      case EVACUATE ->
          new Request.Evacuate(
              suspects, wish.nodes(), wish.method(), wish.perWorkload(), wish.decisions());
    };
  }

  static List<PodRef> suspects(ClusterSnapshot snapshot, List<String> names)
      throws SessionException {
    List<PodRef> found = new ArrayList<>();
    for (String name : names) {
      PodRef ref = suspect(snapshot, name).ref();
      if (!found.contains(ref)) {
        found.add(ref);
      }
    }
    return found;
  }

  private static Pod suspect(ClusterSnapshot snapshot, String name) throws SessionException {
    String[] parts = name.split("/", -1);
    if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw new SessionException(
          Kind.USAGE, "'" + name + "' is not NAMESPACE/POD. Nothing was changed.");
    }
    if (snapshot.health(ObservedKind.POD) instanceof KindHealth.Denied(var reason)) {
      throw new SessionException(
          Kind.UNAVAILABLE,
          "The pods may not be listed ("
              + reason
              + "). Nothing was changed. Use an identity that"
              + " may list pods, or ask for the right; `lazaretto preflight` shows what is missing.");
    }
    Optional<Pod> pod = snapshot.pod(parts[0], parts[1]);
    return pod.orElseThrow(() ->
        new SessionException(
            Kind.USAGE,
            "There is no pod "
                + name
                + " in "
                + snapshot.cluster().name()
                + ". Nothing was changed. It may have been replaced; list the pods again."));
  }
}
