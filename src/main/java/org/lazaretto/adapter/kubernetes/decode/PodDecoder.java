package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodStatus;

/** Reads pods off the stream, without a tree: there are 150,000 of them in a large cluster. */
final class PodDecoder implements ObjectDecoder {
  private final Shared shared;

  PodDecoder(Shared shared) {
    this.shared = shared;
  }

  @Override
  public Decoded decode(JsonParser parser) throws IOException {
    MetaReader meta = new MetaReader(shared);
    PodSpecReader spec = new PodSpecReader(shared);
    PodStatusReader status = new PodStatusReader(shared);
    Json.object(
        parser,
        (field, p) -> {
          switch (field) {
            case "metadata" -> Json.object(p, meta);
            case "spec" -> Json.object(p, spec);
            case "status" -> Json.object(p, status);
            default -> p.skipChildren();
          }
        });
    boolean known = !meta.uid.isEmpty() && !meta.name.isEmpty();
    return new Decoded(
        meta.uid, meta.revision, known ? Optional.of(pod(meta, spec, status)) : Optional.empty());
  }

  private Pod pod(MetaReader meta, PodSpecReader spec, PodStatusReader status) {
    Instant created = Json.time(meta.created).orElse(Instant.EPOCH);
    return new Pod(
        new PodRef(meta.namespace, meta.name, meta.uid),
        node(spec.nodeName),
        new PodStatus(
            status.phase,
            status.ready,
            created,
            Json.time(meta.deleting),
            status.podIp,
            status.containers(),
            shared.one(List.copyOf(meta.finalizers))),
        spec.shape(),
        meta.controller().map(shared::one),
        meta.labels,
        meta.mirror);
  }

  private Optional<String> node(String name) {
    return name.isEmpty() ? Optional.empty() : shared.one(Optional.of(shared.one(name)));
  }
}
