package org.lazaretto.find;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;

/**
 * Prepares snapshots for {@link Search}, each from the one before: pods that are the same object in
 * both are not read again, and what pods share (labels, images, accounts, owners) is kept once. At
 * 150,000 pods the first takes some hundred milliseconds and each further one a fraction of it
 * ({@code bench search}): call it on a background thread, and on one thread at a time. What it
 * returns is immutable.
 */
public final class SearchIndex {
  private PodRows pods = new PodRows();
  private Optional<ClusterSnapshot> before = Optional.empty();

  /** The snapshot, ready to be asked. */
  public Search update(ClusterSnapshot snapshot) {
    if (pods.wasteful()) {
      pods = new PodRows();
      before = Optional.empty();
    }
    pods.update(before.orElseGet(() -> nothing(snapshot.cluster())), snapshot);
    before = Optional.of(snapshot);
    return new Search(pods.table(snapshot), nodes(snapshot));
  }

  private static ClusterSnapshot nothing(ClusterIdentity cluster) {
    return ClusterSnapshot.empty(cluster, java.time.Instant.EPOCH);
  }

  private static Table<Node> nodes(ClusterSnapshot snapshot) {
    List<Node> nodes =
        snapshot.nodes().stream().sorted(Comparator.comparing(node -> node.ref().name())).toList();
    return new Table<>(
        nodes,
        List.of(
            facet(Field.NAME, nodes, node -> Stream.of(node.ref().name())),
            facet(Field.NODE, nodes, node -> Stream.of(node.ref().name())),
            facet(Field.ID, nodes, node -> Stream.of(node.system().providerId(), node.ref().uid())),
            facet(Field.IP, nodes, node -> Stream.of(node.system().internalIp())),
            facet(Field.LABEL, nodes, node -> PodRows.pairs(node.labels()).stream())));
  }

  private static Facet facet(Field field, List<Node> nodes, Function<Node, Stream<String>> texts) {
    Column column =
        Column.of(
            nodes.stream()
                .map(node -> texts.apply(node).filter(t -> !t.isEmpty()).toList())
                .toList());
    return new Facet(field, column, Optional.empty());
  }
}
