package org.lazaretto.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lazaretto.find.Flag;
import org.lazaretto.graph.MapFrame;
import org.lazaretto.graph.MapMarks;
import org.lazaretto.graph.Quarantined;
import org.lazaretto.graph.ShortName;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Workload;
import org.lazaretto.ui.desk.Selection;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.Texts;

/** What the map says of pods and nodes: on hover, and to who listens instead of looking. */
final class PodWords {
  private static final int LONGEST = 80;

  private final MapFrame frame;

  PodWords(MapFrame frame) {
    this.frame = frame;
  }

  /** A few lines about the pod under the pointer. */
  String hover(Pod pod, MapMarks marks) {
    List<String> lines = new ArrayList<>();
    lines.add(shown(ShortName.of(pod)) + " · " + shown(pod.ref().namespace()));
    lines.add(owner(pod));
    pod.shape().images().stream().findFirst().map(PodWords::shown).ifPresent(lines::add);
    String states = String.join(", ", states(pod, marks));
    lines.add(states);
    return String.join("\n", lines);
  }

  private String owner(Pod pod) {
    return frame
        .snapshot()
        .workloadOf(pod)
        .map(Workload::object)
        .or(pod::controller)
        .map(PodWords::named)
        .orElseGet(() -> Texts.of("map.hover.ownerless"));
  }

  private static String named(ObjectRef owner) {
    return Texts.of("map.hover.owner", owner.kind(), shown(owner.name()));
  }

  private static List<String> states(Pod pod, MapMarks marks) {
    List<String> states = new ArrayList<>();
    String uid = pod.ref().uid();
    add(states, marks.suspects().contains(uid), "map.state.suspect");
    add(states, Quarantined.is(pod), "map.state.quarantined");
    add(states, marks.captured().contains(uid), "map.state.captured");
    add(states, pod.status().deleting().isPresent(), "map.state.leaving");
    String phase =
        pod.status().phase().equals("Succeeded") ? "map.state.ended" : "map.state.unready";
    states.add(Texts.of(pod.status().ready() ? "map.state.ready" : phase));
    for (Flag flag : Flag.of(pod)) {
      states.add(Texts.of("find.flag." + flag.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
    return states;
  }

  private static void add(List<String> states, boolean holds, String key) {
    if (holds) {
      states.add(Texts.of(key));
    }
  }

  /** The map in a sentence, and what is selected in another. */
  String summary(Selection selection, MapMarks marks) {
    String map =
        Texts.of(
            "map.spoken.map",
            frame.snapshot().nodes().size(),
            seen(frame.snapshot().podCount()),
            marks.suspects().size());
    String selected =
        switch (selection) {
          case Selection.OfPod(var ref) ->
              frame
                  .snapshot()
                  .pod(ref.uid())
                  .map(pod -> spoken(pod, marks))
                  .orElseGet(() -> Texts.of("map.spoken.gone", shown(ref.path())));
          case Selection.OfNode(var name) ->
              frame
                  .snapshot()
                  .node(name)
                  .map(this::spoken)
                  .orElseGet(() -> Texts.of("map.spoken.gone", shown(name)));
          case Selection.OfWorkload(var workload) -> named(workload);
          case Selection.Nothing() -> Texts.of("map.spoken.nothing");
        };
    return map + " " + selected;
  }

  private String spoken(Pod pod, MapMarks marks) {
    return Texts.of(
        "map.spoken.pod",
        shown(pod.ref().name()),
        shown(pod.ref().namespace()),
        shown(pod.node().orElse("–")),
        owner(pod),
        String.join(", ", states(pod, marks)));
  }

  /** Below 0 where pods may not be listed. */
  private int seen(int pods) {
    return pods == 0 && frame.snapshot().denied(ObservedKind.POD) ? -1 : pods;
  }

  private String spoken(Node node) {
    List<String> states = new ArrayList<>();
    add(states, node.unschedulable(), "map.state.cordoned");
    add(states, Quarantined.is(node), "map.state.quarantined");
    states.add(Texts.of(node.ready() ? "map.state.ready" : "map.state.unready"));
    return Texts.of(
        "map.spoken.node",
        shown(node.ref().name()),
        shown(node.zone()),
        seen(frame.snapshot().podsOn(node.ref().name()).size()),
        String.join(", ", states));
  }

  private static String shown(String name) {
    return Elision.middle(HostileText.visible(name), LONGEST);
  }
}
