package org.lazaretto.adapter.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lazaretto.adapter.kubernetes.wire.Answered;
import org.lazaretto.adapter.kubernetes.wire.Call;
import org.lazaretto.adapter.kubernetes.wire.Refusals;
import org.lazaretto.adapter.kubernetes.wire.Transport;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Propagation;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.Exchange;
import org.lazaretto.port.PortException;
import org.lazaretto.port.Ran;

/**
 * Changes a cluster, one request a change. A patch carries the UID: the server refuses it where
 * another object has taken the name.
 */
final class KubernetesControl implements ClusterControl {
  private static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Transport transport;

  KubernetesControl(Transport transport) {
    this.transport = transport;
  }

  @Override
  public Exchange unschedulable(NodeRef node, boolean value, Mode mode) throws PortException {
    ObjectNode patch = guarded(node.uid());
    patch.putObject("spec").put("unschedulable", value);
    return patch(node.object(), patch, mode);
  }

  @Override
  public Exchange evict(PodRef pod, Mode mode) throws PortException {
    ObjectNode eviction = MAPPER.createObjectNode();
    eviction.put("apiVersion", "policy/v1").put("kind", "Eviction");
    eviction.putObject("metadata").put("name", pod.name()).put("namespace", pod.namespace());
    eviction.putObject("deleteOptions").putObject("preconditions").put("uid", pod.uid());
    String path = ApiPath.of(ObservedKind.POD, pod.namespace(), pod.name()) + "/eviction";
    String query = mode == Mode.DRY_RUN ? "?dryRun=All" : "";
    return transport.demand(Call.post(path + query, eviction.toString())).exchange();
  }

  @Override
  public Exchange restart(ObjectRef workload, String stamp, Mode mode) throws PortException {
    ObjectNode patch = guarded(workload.uid());
    patch
        .putObject("spec")
        .putObject("template")
        .putObject("metadata")
        .putObject("annotations")
        .put(RESTARTED, stamp);
    return patch(workload, patch, mode);
  }

  @Override
  public Optional<Exchange> edit(ObjectRef object, List<FieldEdit> edits, Mode mode)
      throws PortException {
    String path = ApiPath.of(object);
    Answered now = before(path);
    if (!now.json().path("metadata").path("uid").asText("").equals(object.uid())) {
      throw new PortException(
          PortException.Kind.NOT_FOUND,
          object.spoken() + " is gone; another one has its name (nothing was changed)");
    }
    ArrayNode patch = new EditPatch(now.json()).of(object, edits);
    if (patch.isEmpty()) {
      return Optional.empty();
    }
    String dryRun = mode == Mode.DRY_RUN ? "&dryRun=All" : "";
    Call call =
        Call.jsonPatch(
            path + "?fieldManager=lazaretto&fieldValidation=Strict" + dryRun, patch.toString());
    Answered answered = transport.exchange(call);
    if (answered.head().good()) {
      return Optional.of(answered.exchange());
    }
    PortException refusal = Refusals.of(answered);
    throw switch (refusal.kind()) {
      case CONFLICT, INVALID -> namesake(object, path, refusal);
      default -> refusal;
    };
  }

  @Override
  public Created create(ObjectRef object, String manifest, Mode mode) throws PortException {
    String query = "?fieldManager=lazaretto&fieldValidation=Strict";
    String dryRun = mode == Mode.DRY_RUN ? "&dryRun=All" : "";
    Answered made =
        transport.demand(Call.post(ApiPath.collection(object) + query + dryRun, manifest));
    JsonNode metadata = made.json().path("metadata");
    return new Created(
        made.exchange(),
        new ObjectRef(
            object.apiVersion(),
            object.kind(),
            object.namespace(),
            metadata.path("name").asText(object.name()),
            metadata.path("uid").asText("")));
  }

  @Override
  public Exchange delete(ObjectRef object, Propagation propagation, Mode mode)
      throws PortException {
    ObjectNode options = MAPPER.createObjectNode();
    options.put("apiVersion", "v1").put("kind", "DeleteOptions");
    options.put("propagationPolicy", propagation.word());
    options.putObject("preconditions").put("uid", object.uid());
    String query = mode == Mode.DRY_RUN ? "?dryRun=All" : "";
    return transport.demand(Call.delete(ApiPath.of(object) + query, options.toString())).exchange();
  }

  @Override
  public Ran run(PodRef pod, String container, List<String> words, Duration atMost)
      throws PortException {
    return new Inside(transport).run(pod, container, words, atMost);
  }

  /** A read that got no answer is no change that got none. */
  private Answered before(String path) throws PortException {
    try {
      return transport.demand(Call.get(path));
    } catch (PortException e) {
      throw e.kind() == PortException.Kind.NO_ANSWER
          ? new PortException(
              PortException.Kind.UNREACHABLE,
              "read before the change: " + e.getMessage() + " (nothing was changed)")
          : e;
    }
  }

  private static ObjectNode guarded(String uid) {
    ObjectNode patch = MAPPER.createObjectNode();
    patch.putObject("metadata").put("uid", uid);
    return patch;
  }

  private Exchange patch(ObjectRef object, ObjectNode patch, Mode mode) throws PortException {
    String path = ApiPath.of(object);
    String dryRun = mode == Mode.DRY_RUN ? "&dryRun=All" : "";
    Call call =
        Call.mergePatch(
            path + "?fieldManager=lazaretto&fieldValidation=Strict" + dryRun, patch.toString());
    Answered answered = transport.exchange(call);
    if (answered.head().good()) {
      return answered.exchange();
    }
    PortException refusal = Refusals.of(answered);
    throw switch (refusal.kind()) {
      case CONFLICT, INVALID -> namesake(object, path, refusal);
      default -> refusal;
    };
  }

  /** Servers word a UID that differs as 409 or as 422: a look at the object tells. */
  private PortException namesake(ObjectRef object, String path, PortException refusal) {
    Answered now;
    try {
      now = transport.exchange(Call.get(path));
    } catch (PortException unread) {
      return refusal;
    }
    String uid = now.json().path("metadata").path("uid").asText("");
    boolean other = now.head().good() && !uid.isEmpty() && !uid.equals(object.uid());
    boolean gone = Refusals.absent(now) || other;
    return gone
        ? new PortException(
            PortException.Kind.NOT_FOUND,
            object.spoken() + " is gone; another one has its name (nothing was changed)",
            refusal.answer())
        : refusal;
  }
}
