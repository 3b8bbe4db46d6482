package org.lazaretto.adapter.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.adapter.kubernetes.decode.Json;
import org.lazaretto.adapter.kubernetes.decode.ObjectDecoder;
import org.lazaretto.adapter.kubernetes.decode.Shared;
import org.lazaretto.adapter.kubernetes.wire.Answered;
import org.lazaretto.adapter.kubernetes.wire.Call;
import org.lazaretto.adapter.kubernetes.wire.Opened;
import org.lazaretto.adapter.kubernetes.wire.Refusals;
import org.lazaretto.adapter.kubernetes.wire.Transport;
import org.lazaretto.model.AccountAccess;
import org.lazaretto.model.Caller;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.EndpointSlice;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Permission;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodRun;
import org.lazaretto.model.Workload;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;
import org.lazaretto.port.RawAnswer;

/** Fresh reads from an API server. */
final class KubernetesReads implements ClusterReads {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .build();
  private static final int PAGE = 500;
  private static final int LISTS = 3;

  private final Transport transport;
  private final Pages pages;
  private final String context;
  private final String server;
  private final List<String> kubectlFlags;
  private final Shared shared = new Shared();

  KubernetesReads(
      Transport transport,
      Duration idle,
      String context,
      String server,
      List<String> kubectlFlags) {
    this.transport = transport;
    this.pages = new Pages(transport, idle, PAGE);
    this.context = context;
    this.server = server;
    this.kubectlFlags = kubectlFlags;
  }

  @Override
  public ClusterIdentity identity() throws PortException {
    JsonNode system = transport.demand(Call.get("/api/v1/namespaces/kube-system")).json();
    JsonNode version = transport.demand(Call.get("/version")).json();
    String uid = Json.text(system.path("metadata").path("uid"));
    if (uid.isEmpty()) {
      throw new PortException(
          PortException.Kind.SERVER_ERROR, server + " does not answer as a Kubernetes API server");
    }
    return new ClusterIdentity(
        uid, context, server, Json.text(version.path("gitVersion")), kubectlFlags);
  }

  @Override
  public Caller caller() throws PortException {
    JsonNode user = transport.demand(Reviews.whoAmI()).json().path("status").path("userInfo");
    List<String> groups = new ArrayList<>();
    user.path("groups").forEach(group -> groups.add(Json.text(group)));
    return new Caller(Json.text(user.path("username")), groups);
  }

  @Override
  public boolean may(Permission permission) throws PortException {
    JsonNode review = transport.demand(Reviews.mayI(permission)).json();
    return review.path("status").path("allowed").asBoolean(false);
  }

  @Override
  public Optional<Node> node(String name) throws PortException {
    return one(ObservedKind.NODE, "", name).map(Node.class::cast);
  }

  @Override
  public Optional<Pod> pod(String namespace, String name) throws PortException {
    return one(ObservedKind.POD, namespace, name).map(Pod.class::cast);
  }

  @Override
  public Optional<PodRun> containers(PodRef pod) throws PortException {
    return new PodRunReader(transport).read(pod);
  }

  @Override
  public List<Pod> podsOn(String nodeName) throws PortException {
    return pods(
        ObservedKind.POD.listPath()
            + "?fieldSelector="
            + ApiPath.word("spec.nodeName=" + nodeName));
  }

  @Override
  public List<Pod> podsOf(Workload workload) throws PortException {
    String selector = ApiPath.query(workload.selector());
    if (selector.isEmpty()) {
      return List.of();
    }
    String path = "/api/v1/namespaces/" + ApiPath.segment(workload.object().namespace()) + "/pods";
    return pods(path + "?labelSelector=" + ApiPath.word(selector)).stream()
        .filter(pod -> workload.selector().matches(pod.labels()))
        .toList();
  }

  @Override
  public Optional<Workload> workload(ObjectRef ref) throws PortException {
    return one(ApiPath.kind(ref), ref.namespace(), ref.name())
        .filter(object -> object.object().uid().equals(ref.uid()))
        .filter(Workload.class::isInstance)
        .map(Workload.class::cast);
  }

  @Override
  public RawAnswer raw(String path) throws PortException {
    return transport.demand(Call.get(path)).raw();
  }

  @Override
  public String yaml(ObjectRef ref) throws PortException {
    JsonNode object = transport.demand(Call.get(ApiPath.of(ref))).json();
    if (object.path("metadata") instanceof ObjectNode meta) {
      sameUid(ref, Json.text(meta.path("uid")));
      meta.remove("managedFields");
    }
    try {
      return YAML.writeValueAsString(object);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree could not be written as YAML", impossible);
    }
  }

  private static void sameUid(ObjectRef ref, String uid) throws PortException {
    if (!uid.isEmpty() && !ref.uid().isEmpty() && !uid.equals(ref.uid())) {
      throw new PortException(
          PortException.Kind.NOT_FOUND, "another " + ref.kind() + " has this name now");
    }
  }

  @Override
  public InputStream follow(ObjectRef pod, String container, int tailLines) throws PortException {
    Call call =
        Call.get(
            ApiPath.of(pod)
                + "/log?container="
                + ApiPath.word(container)
                + "&follow=true&timestamps=true&tailLines="
                + tailLines);
    Opened opened = transport.open(call, Duration.ZERO);
    if (opened.head().good()) {
      return opened.body();
    }
    try (InputStream body = opened.body()) {
      throw Refusals.of(new Answered(call, opened.head(), body.readNBytes(1 << 20)));
    } catch (IOException broken) {
      throw Refusals.of(new Answered(call, opened.head(), new byte[0]));
    }
  }

  private Optional<ClusterObject> one(ObservedKind kind, String namespace, String name)
      throws PortException {
    Answered answered = transport.exchange(Call.get(ApiPath.of(kind, namespace, name)));
    if (Refusals.object(answered).isEmpty()) {
      return Optional.empty();
    }
    try {
      return ObjectDecoder.of(kind, shared).decode(answered.bytes());
    } catch (IOException notJson) {
      throw new PortException(
          PortException.Kind.SERVER_ERROR, answered.call().line() + ": the answer is not JSON");
    }
  }

  @Override
  public Optional<LiveFields> fields(ObjectRef ref, List<String> pointers) throws PortException {
    Answered answered = transport.exchange(Call.get(ApiPath.of(ref)));
    Optional<JsonNode> found = Refusals.object(answered);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    JsonNode object = found.get();
    Map<String, String> values = new HashMap<>();
    for (String pointer : pointers) {
      JsonNode value = object.at(pointer);
      if (!value.isMissingNode() && !value.isNull()) {
        values.put(pointer, value.toString());
      }
    }
    String uid = Json.text(object.path("metadata").path("uid"));
    ObjectRef now = new ObjectRef(ref.apiVersion(), ref.kind(), ref.namespace(), ref.name(), uid);
    return Optional.of(new LiveFields(now, values));
  }

  @Override
  public AccountAccess access(ObjectRef account) throws PortException {
    return new AccountReader(transport).read(account);
  }

  @Override
  public List<EndpointSlice> slicesOf(ObjectRef service) throws PortException {
    String path =
        "/apis/discovery.k8s.io/v1/namespaces/"
            + ApiPath.segment(service.namespace())
            + "/endpointslices?labelSelector="
            + ApiPath.word("kubernetes.io/service-name=" + service.name());
    List<EndpointSlice> slices = new ArrayList<>();
    pages.each(
        path,
        ObjectDecoder.of(ObservedKind.ENDPOINT_SLICE, shared),
        page -> page.objects().forEach(object -> slices.add((EndpointSlice) object)));
    return slices;
  }

  /** A list that becomes too old while it is read is begun anew. */
  private List<Pod> pods(String path) throws PortException {
    for (int attempt = 1; ; attempt++) {
      try {
        List<Pod> pods = new ArrayList<>();
        pages.each(
            path,
            ObjectDecoder.of(ObservedKind.POD, shared),
            page -> page.objects().forEach(object -> pods.add((Pod) object)));
        return pods;
      } catch (PortException failure) {
        if (failure.kind() != PortException.Kind.GONE || attempt == LISTS) {
          throw failure;
        }
      }
    }
  }
}
