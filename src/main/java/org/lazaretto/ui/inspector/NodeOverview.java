package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lazaretto.find.Group;
import org.lazaretto.model.Capacity;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.NodeSystem;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Taint;
import org.lazaretto.observe.Condition;
import org.lazaretto.observe.ObjectFacts;
import org.lazaretto.ui.fx.Texts;

/** What is known of a node. */
final class NodeOverview {
  private final Node node;
  private final ClusterSnapshot seen;
  private final Answer<ObjectFacts> facts;

  NodeOverview(Node node, ClusterSnapshot seen, Answer<ObjectFacts> facts) {
    this.node = node;
    this.seen = seen;
    this.facts = facts;
  }

  List<Section> sections() {
    return Stream.of(
            new Section("", first()),
            new Section(Texts.of("inspector.conditions"), conditions()),
            new Section(Texts.of("inspector.taints"), taints()),
            new Section(Texts.of("inspector.capacity"), capacity()),
            new Section(Texts.of("inspector.machine"), machine()),
            new Section(Texts.of("inspector.labels"), PodOverview.pairs(node.labels())),
            new Section(
                Texts.of("inspector.annotations"),
                facts.known().map(f -> PodOverview.pairs(f.annotations())).orElse(List.of())))
        .filter(section -> !section.rows().isEmpty())
        .toList();
  }

  private List<Row> first() {
    List<Row> rows = new ArrayList<>();
    List<Part> status = new ArrayList<>();
    status.add(
        node.ready()
            ? new Part.Words(Texts.of("inspector.node.ready"))
            : new Part.Warning(Texts.of("inspector.node.unready")));
    if (node.unschedulable()) {
      status.add(new Part.Warning(Texts.of("inspector.node.cordoned")));
    }
    rows.add(new Row.Fact(Texts.of("inspector.status"), List.of(status)));
    rows.add(Row.Fact.of(Texts.of("inspector.zone"), new Part.Name(node.zone())));
    Deed light =
        new Deed.Light(
            Texts.of("inspector.light.node", node.ref().name()),
            new Group.Listed(
                Set.copyOf(
                    seen.podsOn(node.ref().name()).stream().map(p -> p.ref().uid()).toList())));
    long active = seen.podsOn(node.ref().name()).stream().filter(Pod::active).count();
    rows.add(
        Row.Fact.of(
            Texts.of("inspector.pods"),
            new Part.WordLink(
                Texts.of("inspector.pods.of", active, node.allocatable().pods()), light)));
    name(rows, "inspector.address", node.system().internalIp());
    name(rows, "inspector.provider", node.system().providerId());
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

  private List<Row> conditions() {
    return facts.known().map(ObjectFacts::conditions).orElse(List.of()).stream()
        .<Row>map(this::condition)
        .toList();
  }

  /** All but Ready are good while they are false. */
  private Row condition(Condition condition) {
    boolean good = condition.status().equals(condition.type().equals("Ready") ? "True" : "False");
    String since = condition.since().map(then -> Spans.between(then, seen.asOf())).orElse("?");
    String words = Texts.of("inspector.condition", condition.status(), since);
    if (good) {
      return new Row.Named(condition.type(), false, List.of(List.of(new Part.Words(words))));
    }
    String why = (condition.reason() + "  " + condition.message()).strip();
    return new Row.Named(
        condition.type(),
        true,
        List.of(List.of(new Part.Warning("✕ " + words)), List.of(new Part.Quiet(why))));
  }

  private List<Row> taints() {
    return node.taints().stream().<Row>map(NodeOverview::taint).toList();
  }

  private static Row taint(Taint taint) {
    String value = taint.value().isEmpty() ? "" : "=" + taint.value();
    return Row.Note.of(new Part.Name(taint.key() + value + ":" + taint.effect()));
  }

  private List<Row> capacity() {
    Capacity all = node.allocatable();
    Capacity asked =
        seen.podsOn(node.ref().name()).stream()
            .filter(Pod::active)
            .map(pod -> pod.shape().placement().requests())
            .reduce(Capacity.NONE, Capacity::plus);
    return List.of(
        Row.Fact.of(
            Texts.of("inspector.capacity.cpu"),
            new Part.Words(
                Texts.of(
                    "inspector.capacity.asked",
                    Amounts.cores(asked.cpuMillis()),
                    Amounts.cores(all.cpuMillis())))),
        Row.Fact.of(
            Texts.of("inspector.capacity.memory"),
            new Part.Words(
                Texts.of(
                    "inspector.capacity.asked",
                    Amounts.bytes(asked.memoryBytes()),
                    Amounts.bytes(all.memoryBytes())))));
  }

  private List<Row> machine() {
    List<Row> rows = new ArrayList<>();
    NodeSystem system = node.system();
    name(rows, "inspector.kubelet", system.kubeletVersion());
    name(rows, "inspector.runtime", system.containerRuntime());
    name(rows, "inspector.platform", system.operatingSystem() + "/" + system.architecture());
    facts
        .known()
        .map(ObjectFacts::system)
        .orElse(List.of())
        .forEach(words -> name(rows, "inspector.system", words));
    return rows;
  }

  private static void name(List<Row> rows, String key, String name) {
    if (!name.isEmpty()) {
      rows.add(Row.Fact.of(Texts.of(key), new Part.Name(name)));
    }
  }
}
