package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ObservedKind;

/** Reads one object of one kind off a JSON stream. Safe for use by several threads. */
@FunctionalInterface
public interface ObjectDecoder {
  /**
   * Reads the object whose first token the parser stands on.
   *
   * @throws IOException if the stream breaks or is no JSON; odd values do not throw
   */
  Decoded decode(JsonParser parser) throws IOException;

  /**
   * Reads one whole object; empty if it has no name or UID.
   *
   * @throws IOException if it is no JSON
   */
  default Optional<ClusterObject> decode(byte[] bytes) throws IOException {
    try (JsonParser parser = Json.MAPPER.createParser(bytes)) {
      parser.nextToken();
      return decode(parser).object();
    }
  }

  /** The decoder of a kind. */
  static ObjectDecoder of(ObservedKind kind, Shared shared) {
    return switch (kind) {
      case POD -> new PodDecoder(shared);
      case NODE -> new TreeDecoder(kind, shared, new NodeDecoder(shared));
      case NAMESPACE -> new TreeDecoder(kind, shared, TreeDecoder.NAMESPACE);
      case SERVICE -> new TreeDecoder(kind, shared, new ServiceDecoder(shared));
      case ENDPOINT_SLICE -> new TreeDecoder(kind, shared, new EndpointSliceDecoder(shared));
      case POD_DISRUPTION_BUDGET -> new TreeDecoder(kind, shared, new BudgetDecoder(shared));
      case PERSISTENT_VOLUME_CLAIM -> new TreeDecoder(kind, shared, new ClaimDecoder(shared));
      case HORIZONTAL_POD_AUTOSCALER ->
          new TreeDecoder(kind, shared, new AutoscalerDecoder(shared));
      case MUTATING_WEBHOOKS -> new TreeDecoder(kind, shared, new WebhooksDecoder(true));
      case VALIDATING_WEBHOOKS -> new TreeDecoder(kind, shared, new WebhooksDecoder(false));
      case NETWORK_POLICY -> new TreeDecoder(kind, shared, new NetworkPolicyDecoder(shared));
      case DEPLOYMENT, REPLICA_SET, STATEFUL_SET, DAEMON_SET, JOB ->
          new TreeDecoder(kind, shared, new WorkloadDecoder(kind, shared));
    };
  }
}
