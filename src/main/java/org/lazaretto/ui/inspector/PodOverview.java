package org.lazaretto.ui.inspector;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lazaretto.find.Group;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.HostAccess;
import org.lazaretto.model.Pod;
import org.lazaretto.observe.PodDetails;
import org.lazaretto.plan.Finding;
import org.lazaretto.ui.desk.Selection;
import org.lazaretto.ui.fx.Texts;

/** What is known of a pod, most telling first. */
final class PodOverview {
  private static final int MANY_RESTARTS = 3;

  private final Pod pod;
  private final ClusterSnapshot seen;
  private final Answer<PodDetails> details;
  private final Instant now;

  PodOverview(Pod pod, ClusterSnapshot seen, Answer<PodDetails> details) {
    this.pod = pod;
    this.seen = seen;
    this.details = details;
    this.now = seen.asOf();
  }

  List<Section> sections(Answer<List<Finding>> findings) {
    return Stream.of(
            new Section("", facts()),
            new Section(Texts.of("inspector.containers"), containers()),
            new Section(Texts.of("inspector.host"), host()),
            new Section(Texts.of("inspector.findings"), Foresight.rows(findings)),
            new Section(Texts.of("inspector.reach"), new Reach(pod, seen).rows()),
            new Section(Texts.of("inspector.volumes"), VolumeRows.of(pod, details)),
            new Section(Texts.of("inspector.labels"), pairs(pod.labels())),
            new Section(
                Texts.of("inspector.annotations"),
                details.known().map(known -> pairs(known.annotations())).orElse(List.of())))
        .filter(section -> !section.rows().isEmpty())
        .toList();
  }

  private List<Row> facts() {
    List<Row> facts = new ArrayList<>();
    facts.add(new Row.Fact(Texts.of("inspector.status"), List.of(status())));
    reason().ifPresent(facts::add);
    facts.add(new Row.Fact(Texts.of("inspector.node"), List.of(node())));
    String namespace = pod.ref().namespace();
    facts.add(Row.Fact.of(Texts.of("inspector.namespace"), Links.namespace(namespace)));
    if (!pod.status().podIp().isEmpty()) {
      facts.add(Row.Fact.of(Texts.of("inspector.address"), new Part.Name(pod.status().podIp())));
    }
    facts.add(Row.Fact.of(Texts.of("inspector.account"), account(namespace)));
    owner().ifPresent(facts::add);
    details.known().map(PodDetails::running).ifPresent(running -> facts.addAll(quality(running)));
    return facts;
  }

  private List<Part> status() {
    List<Part> parts = new ArrayList<>();
    parts.add(phase());
    int restarts = pod.status().restarts();
    String words = Texts.of("inspector.restarts", restarts);
    parts.add(restarts >= MANY_RESTARTS ? new Part.Warning(words) : new Part.Words(words));
    return parts;
  }

  private Part phase() {
    String since = Spans.between(started(), now);
    if (pod.status().deleting().isPresent()) {
      String leaving = Spans.between(pod.status().deleting().get(), now);
      return new Part.Warning(Texts.of("inspector.phase.leaving", leaving));
    }
    return switch (pod.status().phase()) {
      case "Running" ->
          pod.status().ready()
              ? new Part.Words(Texts.of("inspector.phase.running", since))
              : new Part.Warning(Texts.of("inspector.phase.unready", since));
      case "Pending" -> new Part.Warning(Texts.of("inspector.phase.pending", since));
      case "Succeeded" -> new Part.Words(Texts.of("inspector.phase.succeeded"));
      case "Failed" -> new Part.Warning(Texts.of("inspector.phase.failed"));
      default -> new Part.Warning(Texts.of("inspector.phase.unknown", pod.status().phase()));
    };
  }

  private Instant started() {
    return details.known().flatMap(PodDetails::started).orElse(pod.status().created());
  }

  private Optional<Row> reason() {
    return details
        .known()
        .map(PodDetails::running)
        .filter(running -> !running.reason().isEmpty())
        .map(running ->
            Row.Fact.of(
                Texts.of("inspector.reason"),
                new Part.Warning((running.reason() + "  " + running.message()).strip())));
  }

  private List<Part> node() {
    if (pod.node().isEmpty()) {
      return List.of(new Part.Warning(Texts.of("inspector.node.none")));
    }
    String name = pod.node().get();
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.NameLink(name, new Deed.Select(new Selection.OfNode(name))));
    seen.node(name)
        .ifPresent(node -> {
          if (node.unschedulable()) {
            parts.add(new Part.Warning(Texts.of("inspector.node.cordoned")));
          }
          if (!node.ready()) {
            parts.add(new Part.Warning(Texts.of("inspector.node.unready")));
          }
        });
    return parts;
  }

  private Part account(String namespace) {
    String account = pod.shape().serviceAccount();
    String name = account.isEmpty() ? "default" : account;
    return new Part.NameLink(
        namespace + "/" + name,
        new Deed.Light(
            Texts.of("inspector.light.account", name),
            new Group.OfAccount(namespace, pod.shape().serviceAccount())));
  }

  private Optional<Row> owner() {
    if (pod.mirror()) {
      return Optional.of(
          Row.Fact.of(
              Texts.of("inspector.owner"), new Part.Warning(Texts.of("inspector.owner.static"))));
    }
    return pod.controller().isEmpty()
        ? Optional.of(
            Row.Fact.of(
                Texts.of("inspector.owner"), new Part.Warning(Texts.of("inspector.owner.none"))))
        : Optional.empty();
  }

  private static List<Row> quality(PodDetails.Running running) {
    List<Row> rows = new ArrayList<>();
    if (!running.quality().isEmpty()) {
      rows.add(Row.Fact.of(Texts.of("inspector.quality"), new Part.Words(running.quality())));
    }
    if (!running.priorityClass().isEmpty()) {
      rows.add(Row.Fact.of(Texts.of("inspector.priority"), new Part.Name(running.priorityClass())));
    }
    return rows;
  }

  private List<Row> containers() {
    List<Row> rows = new ArrayList<>();
    ContainerRows builder = new ContainerRows(pod, seen);
    Optional<PodDetails> known = details.known();
    rows.addAll(known.map(builder::full).orElseGet(builder::brief));
    Trouble.of(details).ifPresent(rows::add);
    return rows;
  }

  private List<Row> host() {
    HostAccess host = pod.shape().host();
    boolean ipc = details.known().map(known -> known.running().hostIpc()).orElse(false);
    List<String> shared =
        Stream.of(
                host.privileged() ? Texts.of("inspector.host.privileged") : "",
                host.network() ? Texts.of("inspector.host.network") : "",
                host.pid() ? Texts.of("inspector.host.pid") : "",
                ipc ? Texts.of("inspector.host.ipc") : "",
                host.hostPath() ? Texts.of("inspector.host.path") : "",
                host.sharedPidNamespace() ? Texts.of("inspector.host.processes") : "")
            .filter(text -> !text.isEmpty())
            .toList();
    return shared.stream().<Row>map(text -> Row.Note.of(new Part.Warning(text))).toList();
  }

  static List<Row> pairs(java.util.Map<String, String> pairs) {
    return pairs.isEmpty() ? List.of() : List.of(new Row.Pairs(pairs));
  }
}
