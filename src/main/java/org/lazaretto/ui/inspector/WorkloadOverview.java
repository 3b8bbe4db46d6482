package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lazaretto.find.Group;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.LabelSelector;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Replicas;
import org.lazaretto.model.Workload;
import org.lazaretto.observe.ObjectFacts;
import org.lazaretto.ui.fx.Texts;

/** What is known of a workload. */
final class WorkloadOverview {
  private final Workload workload;
  private final ClusterSnapshot seen;
  private final Answer<ObjectFacts> facts;
  private final List<Pod> pods;

  WorkloadOverview(Workload workload, ClusterSnapshot seen, Answer<ObjectFacts> facts) {
    this.workload = workload;
    this.seen = seen;
    this.facts = facts;
    this.pods = seen.podsOf(workload);
  }

  List<Section> sections() {
    return Stream.of(
            new Section("", first()),
            new Section(Texts.of("inspector.template"), template()),
            new Section(
                Texts.of("inspector.reach"),
                pods.isEmpty() ? List.of() : new Reach(pods.getFirst(), seen).rows()),
            new Section(Texts.of("inspector.selector"), selector()),
            new Section(
                Texts.of("inspector.annotations"),
                facts.known().map(f -> PodOverview.pairs(f.annotations())).orElse(List.of())))
        .filter(section -> !section.rows().isEmpty())
        .toList();
  }

  private List<Row> first() {
    List<Row> rows = new ArrayList<>();
    Replicas replicas = workload.replicas();
    String words =
        Texts.of(
            "inspector.replicas.of",
            replicas.desired(),
            replicas.ready(),
            replicas.available(),
            replicas.updated());
    rows.add(
        Row.Fact.of(
            Texts.of("inspector.replicas"),
            replicas.ready() < replicas.desired()
                ? new Part.Warning(words)
                : new Part.Words(words)));
    rows.add(
        Row.Fact.of(
            Texts.of("inspector.namespace"), Links.namespace(workload.object().namespace())));
    rollout(rows);
    Set<String> uids = pods.stream().map(pod -> pod.ref().uid()).collect(Collectors.toSet());
    Deed light =
        new Deed.Light(
            Texts.of("inspector.light.workload", workload.object().name()), new Group.Listed(uids));
    rows.add(
        Row.Fact.of(
            Texts.of("inspector.pods"),
            new Part.WordLink(Texts.of("inspector.pods.count", pods.size()), light)));
    facts
        .known()
        .flatMap(ObjectFacts::created)
        .ifPresent(then ->
            rows.add(
                Row.Fact.of(
                    Texts.of("inspector.age"), new Part.Words(Spans.between(then, seen.asOf())))));
    Trouble.of(facts).ifPresent(rows::add);
    return rows;
  }

  private void rollout(List<Row> rows) {
    List<Part> parts = new ArrayList<>();
    if (!workload.rollout().strategy().isEmpty()) {
      parts.add(new Part.Words(workload.rollout().strategy()));
    }
    if (workload.rollout().paused()) {
      parts.add(new Part.Warning(Texts.of("inspector.rollout.paused")));
    }
    if (!workload.rollout().current()) {
      parts.add(new Part.Warning(Texts.of("inspector.rollout.under-way")));
    }
    if (!parts.isEmpty()) {
      rows.add(new Row.Fact(Texts.of("inspector.rollout"), List.of(parts)));
    }
    if (!workload.rollout().restartedAt().isEmpty()) {
      rows.add(
          Row.Fact.of(
              Texts.of("inspector.restarted"), new Part.Name(workload.rollout().restartedAt())));
    }
  }

  private List<Row> template() {
    List<Row> rows = new ArrayList<>();
    String account = workload.template().serviceAccount();
    if (!account.isEmpty()) {
      rows.add(Row.Fact.of(Texts.of("inspector.account"), new Part.Name(account)));
    }
    List<List<Part>> images =
        workload.template().images().stream()
            .map(image -> List.<Part>of(new Part.Name(image)))
            .toList();
    if (!images.isEmpty()) {
      rows.add(new Row.Fact(Texts.of("inspector.images"), images));
    }
    return rows;
  }

  private List<Row> selector() {
    List<Row> rows = new ArrayList<>(PodOverview.pairs(workload.selector().matchLabels()));
    for (LabelSelector.Expression e : workload.selector().expressions()) {
      String values = e.values().isEmpty() ? "" : " (" + String.join(", ", e.values()) + ")";
      rows.add(Row.Note.of(new Part.Name(e.key() + " " + e.operator() + values)));
    }
    return rows;
  }
}
