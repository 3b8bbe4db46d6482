package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.HostAccess;
import org.lazaretto.model.Placement;
import org.lazaretto.model.PodShape;
import org.lazaretto.model.Toleration;

/** Reads the {@code spec} of one pod or of a workload's template. Used once. */
final class PodSpecReader implements Json.Fields {
  private final Shared shared;
  private final VolumesReader volumes;
  private final ContainersReader containers;
  private final List<Toleration> tolerations = new ArrayList<>();
  private final PodRequests requests = new PodRequests();
  private Map<String, String> nodeSelector = Map.of();
  private String serviceAccount = "";
  private boolean furtherRules;
  private boolean hostNetwork;
  private boolean hostPid;
  private boolean sharedPids;
  private int graceSeconds = 30;
  String nodeName = "";

  PodSpecReader(Shared shared) {
    this.shared = shared;
    this.volumes = new VolumesReader(shared);
    this.containers = new ContainersReader(shared, volumes, requests);
  }

  @Override
  public void field(String field, JsonParser p) throws IOException {
    switch (field) {
      case "nodeName" -> nodeName = Json.text(p);
      case "serviceAccountName" -> serviceAccount = shared.one(Json.text(p));
      case "volumes" -> Json.array(p, volumes);
      case "initContainers" -> containers.read(p, ContainerState.Role.INIT);
      case "containers" -> containers.read(p, ContainerState.Role.MAIN);
      case "ephemeralContainers" -> containers.read(p, ContainerState.Role.EPHEMERAL);
      case "overhead" -> requests.overhead(ResourcesReader.amounts(p));
      case "resources" -> requests.ofPod(ResourcesReader.requests(p));
      case "terminationGracePeriodSeconds" -> graceSeconds = Json.whole(p);
      default -> placementOrHost(field, p);
    }
  }

  private void placementOrHost(String field, JsonParser p) throws IOException {
    switch (field) {
      case "nodeSelector" -> nodeSelector = Json.texts(p, shared);
      case "tolerations" -> Json.array(p, this::toleration);
      case "affinity", "topologySpreadConstraints" -> furtherRules |= holdsSomething(p);
      case "hostNetwork" -> hostNetwork = Json.flag(p);
      case "hostPID" -> hostPid = Json.flag(p);
      case "shareProcessNamespace" -> sharedPids = Json.flag(p);
      default -> p.skipChildren();
    }
  }

  /** The shape, one object for all pods that have it. */
  PodShape shape() {
    HostAccess host =
        new HostAccess(
            hostNetwork, hostPid, volumes.hostPath(), containers.privileged(), sharedPids);
    Placement placement =
        new Placement(nodeSelector, List.copyOf(tolerations), requests.total(), furtherRules);
    return shared.one(
        new PodShape(
            serviceAccount,
            containers.images(),
            host,
            volumes.volumes(),
            placement,
            Duration.ofSeconds(graceSeconds),
            containers.preStop()));
  }

  private void toleration(JsonParser p) throws IOException {
    String[] parts = {"", "Equal", "", ""};
    OptionalLong[] seconds = {OptionalLong.empty()};
    Json.object(
        p,
        (field, value) -> {
          switch (field) {
            case "key" -> parts[0] = shared.one(Json.text(value));
            case "operator" -> parts[1] = shared.one(Json.text(value));
            case "value" -> parts[2] = shared.one(Json.text(value));
            case "effect" -> parts[3] = shared.one(Json.text(value));
            case "tolerationSeconds" -> seconds[0] = OptionalLong.of(Json.whole(value));
            default -> value.skipChildren();
          }
        });
    tolerations.add(new Toleration(parts[0], parts[1], parts[2], parts[3], seconds[0]));
  }

  private static boolean holdsSomething(JsonParser p) throws IOException {
    if (!p.currentToken().isStructStart()) {
      return false;
    }
    JsonToken first = p.nextToken();
    if (first.isStructEnd()) {
      return false;
    }
    for (int open = first.isStructStart() ? 2 : 1; open > 0; ) {
      JsonToken next = p.nextToken();
      open += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
    }
    return true;
  }
}
