package org.lazaretto.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.find.Flag;
import org.lazaretto.graph.Quarantined;
import org.lazaretto.graph.ShortName;
import org.lazaretto.graph.lens.Vertex;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;
import org.lazaretto.ui.desk.Dimming;
import org.lazaretto.ui.desk.Preview;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.Texts;

/**
 * What boxes say.
 *
 * @param captured UIDs of objects of which evidence was taken
 * @param nodes how nodes are called
 */
record BoxWords(Dimming dimming, Preview preview, Set<String> captured, NodeNames nodes) {
  private static final int NAME = 80;

  /** What a box says and how it looks. */
  BoxLook look(Vertex vertex) {
    return switch (vertex) {
      case Vertex.OfOwner owner -> owner(owner);
      case Vertex.OfPod pod -> pod(pod);
      case Vertex.OfReplicas replicas -> replicas(replicas);
      case Vertex.OfNode node -> node(node);
      case Vertex.Rest rest -> rest(rest);
    };
  }

  private static BoxLook owner(Vertex.OfOwner vertex) {
    String name = HostileText.visible(vertex.owner().name());
    String kind = HostileText.visible(vertex.owner().kind());
    List<String> classes =
        vertex.suspect() ? List.of("graph-owner", "graph-tied") : List.of("graph-owner");
    String spoken =
        Texts.of(
            vertex.suspect() ? "graph.spoken.owner.suspect" : "graph.spoken.owner",
            kind,
            name,
            vertex.pods());
    return new BoxLook("", name, kind, "", classes, false, spoken);
  }

  private BoxLook pod(Vertex.OfPod vertex) {
    Pod pod = vertex.pod();
    String name = HostileText.visible(pod.ref().name());
    Set<Flag> flags = Flag.of(pod);
    boolean evidence = captured.contains(pod.ref().uid());
    List<String> classes = new ArrayList<>(List.of("graph-pod"));
    List<String> words = new ArrayList<>();
    if (vertex.suspect()) {
      classes.add("graph-suspect");
      words.add(Texts.of("graph.word.suspect"));
    }
    StringBuilder marks = new StringBuilder();
    if (flags.contains(Flag.FAILING)) {
      marks.append(" ✕");
      words.add(Texts.of("graph.word.failing"));
    } else if (flags.stream().anyMatch(Flag::marking)) {
      marks.append(" !");
      classes.add("graph-flagged");
      words.add(Texts.of("graph.word.flagged"));
    }
    if (evidence) {
      marks.append(" ✓");
      words.add(Texts.of("graph.word.captured"));
    }
    if (pod.status().deleting().isPresent()) {
      marks.append(" ›");
      classes.add("graph-leaving");
      words.add(Texts.of("graph.word.leaving"));
    }
    if (Quarantined.is(pod)) {
      classes.add("graph-quarantined");
      words.add(Texts.of("graph.word.quarantined"));
    }
    fate(pod).ifPresent(fate -> foretell(fate, classes, words));
    words.add(pod.status().phase());
    boolean dimmed = !vertex.suspect() && !dimming.lit().test(pod);
    return new BoxLook(
        vertex.suspect() ? "◆" : "",
        HostileText.visible(ShortName.of(pod)),
        "",
        marks.toString().strip(),
        classes,
        dimmed,
        Texts.of(
            "graph.spoken.pod",
            name,
            HostileText.visible(pod.ref().namespace()),
            HostileText.visible(String.join(", ", words))));
  }

  private Optional<Preview.Fate> fate(Pod pod) {
    return Optional.ofNullable(preview.pods().get(pod.ref().uid()));
  }

  private static void foretell(Preview.Fate fate, List<String> classes, List<String> words) {
    String key = fate.name().toLowerCase(Locale.ROOT);
    classes.add("graph-" + key);
    words.add(Texts.of("graph.fate." + key));
  }

  private BoxLook replicas(Vertex.OfReplicas vertex) {
    String name = HostileText.visible(vertex.owner().name());
    int count = vertex.pods().size();
    boolean flagged = vertex.pods().stream().anyMatch(Flag::marks);
    Set<Preview.Fate> fates =
        vertex.pods().stream().flatMap(pod -> fate(pod).stream()).collect(Collectors.toSet());
    List<String> classes = new ArrayList<>(List.of("graph-pod", "graph-replicas"));
    List<String> words = new ArrayList<>();
    if (fates.size() == 1) {
      foretell(fates.iterator().next(), classes, words);
    }
    if (flagged) {
      classes.add("graph-flagged");
      words.add(Texts.of("graph.word.flagged"));
    }
    boolean dimmed = vertex.pods().stream().noneMatch(dimming.lit());
    String spoken = Texts.of("graph.spoken.replicas", count, name, String.join(", ", words));
    return new BoxLook(
        "",
        Texts.of("graph.replicas", name, count),
        "",
        flagged ? "!" : "",
        classes,
        dimmed,
        spoken);
  }

  private BoxLook node(Vertex.OfNode vertex) {
    String name = HostileText.visible(vertex.name());
    List<String> classes = new ArrayList<>(List.of("graph-node"));
    String state = Texts.of("graph.node." + state(vertex.node()));
    if (vertex.node().filter(Node::unschedulable).isPresent()) {
      classes.add("graph-cordoned");
    }
    if (vertex.suspect()) {
      classes.add("graph-tied");
    }
    if (vertex.node().filter(Quarantined::is).isPresent()) {
      classes.add("graph-quarantined");
      state = Texts.of("graph.node.quarantined") + " · " + state;
    }
    if (preview.nodes().contains(vertex.name())) {
      classes.add("graph-touched");
      state = Texts.of("graph.fate.touched") + " · " + state;
    }
    String detail = Texts.of("graph.node", state, vertex.pods());
    String spoken =
        Texts.of(
            vertex.suspect() ? "graph.spoken.node.suspect" : "graph.spoken.node", name, detail);
    String shown = HostileText.visible(nodes.shown(vertex.name()));
    return new BoxLook("", shown, detail, "", classes, false, spoken);
  }

  private static String state(Optional<Node> node) {
    if (node.isEmpty()) {
      return "unseen";
    }
    boolean ready = node.get().ready();
    return node.get().unschedulable()
        ? ready ? "cordoned" : "cordoned.unready"
        : ready ? "ready" : "unready";
  }

  private static BoxLook rest(Vertex.Rest vertex) {
    String column = vertex.column().name().toLowerCase(Locale.ROOT);
    String words = Texts.of("graph.rest." + column, vertex.count());
    String names =
        vertex.some().stream()
            .map(name -> Elision.middle(HostileText.visible(name), NAME))
            .collect(Collectors.joining("\n"));
    String more = vertex.count() > vertex.some().size() ? "\n…" : "";
    String spoken = names.isEmpty() ? words : words + ":\n" + names + more;
    return new BoxLook("", words, "", "", List.of("graph-rest"), false, spoken);
  }
}
