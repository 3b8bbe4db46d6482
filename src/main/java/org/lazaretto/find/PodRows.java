package org.lazaretto.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;

/** The pods of the last snapshot as rows of numbers into dictionaries. Not for several threads. */
final class PodRows {
  private static final int SLACK = 1_000;
  private static final Comparator<Row> ORDER =
      Comparator.comparing((Row row) -> row.pod().ref().namespace())
          .thenComparing(row -> row.pod().ref().name())
          .thenComparing(row -> row.pod().ref().uid());

  private record Account(String namespace, String name) {}

  private record Row(
      Pod pod, int namespace, int account, int labels, int images, int node, int owner) {}

  private final Dictionary<String> namespaces = new Dictionary<>(List::of);
  private final Dictionary<Account> accounts =
      new Dictionary<>(a -> List.of(a.name(), a.namespace() + "/" + a.name()));
  private final Dictionary<Map<String, String>> labels = new Dictionary<>(PodRows::pairs);
  private final Dictionary<List<String>> images = new Dictionary<>(images -> images);
  private final Dictionary<Optional<String>> nodes =
      new Dictionary<>(node -> node.stream().toList());
  private final Dictionary<Optional<ObjectRef>> owners = new Dictionary<>(owner -> List.of());
  private List<Row> rows = List.of();

  /** Takes over what changed between the two snapshots. */
  void update(ClusterSnapshot before, ClusterSnapshot now) {
    List<Row> next = new ArrayList<>(now.podCount());
    for (Row row : rows) {
      if (same(now, row.pod())) {
        next.add(row);
      }
    }
    for (Pod pod : now.pods()) {
      if (!same(before, pod)) {
        next.add(row(pod));
      }
    }
    next.sort(ORDER);
    rows = next;
  }

  /** The same object: comparing the content of 150,000 pods is what this avoids. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean same(ClusterSnapshot snapshot, Pod pod) {
    Optional<Pod> there = snapshot.pod(pod.ref().uid());
    return there.isPresent() && there.get() == pod;
  }

  /** Whether so many values have gone that starting anew is cheaper than keeping them. */
  boolean wasteful() {
    int values = Math.max(labels.size(), Math.max(images.size(), owners.size()));
    return values > 2 * rows.size() + SLACK;
  }

  private Row row(Pod pod) {
    String namespace = pod.ref().namespace();
    return new Row(
        pod,
        namespaces.number(namespace),
        accounts.number(new Account(namespace, pod.shape().serviceAccount())),
        labels.number(pod.labels()),
        images.number(imagesOf(pod)),
        nodes.number(pod.node()),
        owners.number(pod.controller()));
  }

  /** The rows, ready to be asked. */
  Table<Pod> table(ClusterSnapshot snapshot) {
    List<Facet> facets =
        List.of(
            new Facet(Field.NAME, own(row -> row.pod().ref().name()), Optional.empty()),
            new Facet(Field.IP, own(row -> row.pod().status().podIp()), Optional.empty()),
            new Facet(Field.ID, own(row -> row.pod().ref().uid()), Optional.empty()),
            shared(Field.NAMESPACE, namespaces.column(), Row::namespace),
            shared(Field.SERVICE_ACCOUNT, accounts.column(), Row::account),
            shared(Field.LABEL, labels.column(), Row::labels),
            shared(Field.IMAGE, images.column(), Row::images),
            shared(Field.DIGEST, images.column(PodRows::digests), Row::images),
            shared(Field.NODE, nodes.column(), Row::node),
            shared(Field.ID, nodes.column(node -> cloudId(snapshot, node)), Row::node),
            shared(Field.OWNER, owners.column(owner -> chain(snapshot, owner)), Row::owner));
    return new Table<>(rows.stream().map(Row::pod).toList(), facets);
  }

  private Column own(java.util.function.Function<Row, String> text) {
    return Column.ofSingles(rows.stream().map(text).toList());
  }

  private Facet shared(Field field, Column column, ToIntFunction<Row> entry) {
    return new Facet(field, column, Optional.of(rows.stream().mapToInt(entry).toArray()));
  }

  static List<String> pairs(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .sorted()
        .toList();
  }

  private static List<String> imagesOf(Pod pod) {
    Set<String> images = new LinkedHashSet<>(pod.shape().images());
    for (ContainerState container : pod.status().containers()) {
      images.add(container.imageId());
    }
    images.remove("");
    return List.copyOf(images);
  }

  private static List<String> digests(List<String> images) {
    return images.stream().flatMap(image -> ImageName.digest(image).stream()).distinct().toList();
  }

  private static List<String> cloudId(ClusterSnapshot snapshot, Optional<String> node) {
    return node.flatMap(snapshot::node).map(Node::system).stream()
        .map(system -> system.providerId())
        .filter(id -> !id.isEmpty())
        .toList();
  }

  private static List<String> chain(ClusterSnapshot snapshot, Optional<ObjectRef> owner) {
    List<String> texts = new ArrayList<>();
    Optional<ObjectRef> above =
        owner.flatMap(o -> snapshot.workload(o.uid())).flatMap(workload -> workload.controller());
    above.ifPresent(top -> texts.addAll(List.of(top.name(), top.kind() + "/" + top.name())));
    owner.ifPresent(own -> texts.addAll(List.of(own.name(), own.kind() + "/" + own.name())));
    return texts;
  }
}
