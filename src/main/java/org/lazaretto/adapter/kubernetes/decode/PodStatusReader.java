package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.ContainerState;

/** Reads the {@code status} of one pod. Used once. */
final class PodStatusReader implements Json.Fields {
  private final Shared shared;
  private final List<ContainerState> init = new ArrayList<>();
  private final List<ContainerState> main = new ArrayList<>();
  private final List<ContainerState> ephemeral = new ArrayList<>();
  String phase = "Unknown";
  String podIp = "";
  boolean ready;

  PodStatusReader(Shared shared) {
    this.shared = shared;
  }

  @Override
  public void field(String field, JsonParser p) throws IOException {
    switch (field) {
      case "phase" -> phase = shared.one(Json.text(p));
      case "podIP" -> podIp = Json.text(p);
      case "conditions" -> Json.array(p, this::condition);
      case "initContainerStatuses" -> states(p, ContainerState.Role.INIT, init);
      case "containerStatuses" -> states(p, ContainerState.Role.MAIN, main);
      case "ephemeralContainerStatuses" -> states(p, ContainerState.Role.EPHEMERAL, ephemeral);
      default -> p.skipChildren();
    }
  }

  List<ContainerState> containers() {
    List<ContainerState> all = new ArrayList<>(init);
    all.addAll(main);
    all.addAll(ephemeral);
    return shared.one(List.copyOf(all));
  }

  private void condition(JsonParser p) throws IOException {
    String[] typeAndStatus = {"", ""};
    Json.object(
        p,
        (field, value) -> {
          switch (field) {
            case "type" -> typeAndStatus[0] = Json.text(value);
            case "status" -> typeAndStatus[1] = Json.text(value);
            default -> value.skipChildren();
          }
        });
    ready |= typeAndStatus[0].equals("Ready") && typeAndStatus[1].equals("True");
  }

  private void states(JsonParser p, ContainerState.Role role, List<ContainerState> into)
      throws IOException {
    Json.array(
        p,
        item -> {
          StateReader reader = new StateReader();
          Json.object(item, reader);
          into.add(reader.state(role));
        });
  }

  private final class StateReader implements Json.Fields {
    private String name = "";
    private String imageId = "";
    private String reason = "";
    private int restarts;
    private boolean ready;

    @Override
    public void field(String field, JsonParser p) throws IOException {
      switch (field) {
        case "name" -> name = shared.one(Json.text(p));
        case "imageID" -> imageId = shared.one(Json.text(p));
        case "restartCount" -> restarts = Json.whole(p);
        case "ready" -> ready = Json.flag(p);
        case "state" -> Json.object(p, this::state);
        default -> p.skipChildren();
      }
    }

    private void state(String which, JsonParser p) throws IOException {
      Json.object(
          p,
          (field, value) -> {
            if (field.equals("reason") && !which.equals("running")) {
              reason = shared.one(Json.text(value));
            } else {
              value.skipChildren();
            }
          });
    }

    private ContainerState state(ContainerState.Role role) {
      return shared.one(new ContainerState(name, role, imageId, restarts, ready, reason));
    }
  }
}
