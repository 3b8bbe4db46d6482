package org.lazaretto.range.http;

import java.util.List;
import java.util.Optional;
import org.lazaretto.range.store.FieldSelector;
import org.lazaretto.range.store.LabelSelector;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Snapshot;
import org.lazaretto.range.store.Stored;

/**
 * Which objects a request selects.
 *
 * @param labels by label
 * @param fields by field
 */
record Selection(LabelSelector labels, FieldSelector fields) {
  static Selection of(ApiRequest request) {
    FieldSelector fields =
        request
            .query()
            .text("fieldSelector")
            .map(query -> FieldSelector.parse(request.type(), query))
            .orElse(FieldSelector.everything());
    String name = request.where().name();
    return new Selection(
        request
            .query()
            .text("labelSelector")
            .map(LabelSelector::parse)
            .orElse(LabelSelector.everything()),
        name.isEmpty() ? fields : fields.and("metadata.name", name));
  }

  boolean matches(Stored object) {
    return labels.matches(object.labels()) && fields.matches(object);
  }

  boolean isEverything() {
    return labels.requirements().isEmpty() && fields.terms().isEmpty();
  }

  /** The objects that an index gives for it, still to be matched, if an index can be used. */
  Optional<List<Stored>> candidates(Snapshot at, Where where) {
    if (!where.type().equals(ResourceTypes.PODS)) {
      return Optional.empty();
    }
    return fields
        .demanded("spec.nodeName")
        .filter(node -> !node.isEmpty())
        .map(node ->
            at.podsOnNode(node).stream()
                .filter(pod -> where.scope().filter(n -> !n.equals(pod.namespace())).isEmpty())
                .toList());
  }
}
