package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.Capacity;
import org.lazaretto.model.ContainerState.Role;

/** Reads the containers of one pod's spec. Used once. */
final class ContainersReader {
  private final Shared shared;
  private final VolumesReader volumes;
  private final PodRequests requests;
  private final List<String> init = new ArrayList<>();
  private final List<String> main = new ArrayList<>();
  private final List<String> ephemeral = new ArrayList<>();
  private boolean privileged;
  private boolean preStop;

  ContainersReader(Shared shared, VolumesReader volumes, PodRequests requests) {
    this.shared = shared;
    this.volumes = volumes;
    this.requests = requests;
  }

  void read(JsonParser p, Role role) throws IOException {
    Json.array(
        p,
        item -> {
          OneContainer container = new OneContainer();
          Json.object(item, container);
          container.noteAs(role);
        });
  }

  boolean privileged() {
    return privileged;
  }

  boolean preStop() {
    return preStop;
  }

  /** The images: init, ordinary, ephemeral. */
  List<String> images() {
    List<String> all = new ArrayList<>(init);
    all.addAll(main);
    all.addAll(ephemeral);
    return List.copyOf(all);
  }

  private final class OneContainer implements Json.Fields {
    private String image = "";
    private boolean sidecar;
    private Capacity asked = Capacity.NONE;

    @Override
    public void field(String field, JsonParser p) throws IOException {
      switch (field) {
        case "image" -> image = shared.one(Json.text(p));
        case "restartPolicy" -> sidecar = Json.text(p).equals("Always");
        case "resources" -> asked = ResourcesReader.requests(p);
        case "securityContext" -> Json.object(p, this::security);
        case "lifecycle" -> Json.object(p, this::lifecycle);
        case "env" -> Json.array(p, variable -> Json.object(variable, this::environment));
        case "envFrom" -> Json.array(p, source -> Json.object(source, this::secretRef));
        default -> p.skipChildren();
      }
    }

    private void noteAs(Role role) {
      switch (role) {
        case INIT -> {
          init.add(image);
          requests.init(asked, sidecar);
        }
        case MAIN -> {
          main.add(image);
          requests.container(asked);
        }
        case EPHEMERAL -> ephemeral.add(image);
      }
    }

    private void security(String field, JsonParser p) throws IOException {
      privileged |= Json.flag(p) && field.equals("privileged");
    }

    private void lifecycle(String field, JsonParser p) throws IOException {
      preStop |= field.equals("preStop") && p.currentToken().isStructStart();
      p.skipChildren();
    }

    private void environment(String field, JsonParser p) throws IOException {
      if (field.equals("valueFrom")) {
        Json.object(p, this::secretRef);
      } else {
        p.skipChildren();
      }
    }

    private void secretRef(String field, JsonParser p) throws IOException {
      if (field.equals("secretKeyRef") || field.equals("secretRef")) {
        Json.object(p, (name, value) -> volumes.secret("name", name, value));
      } else {
        p.skipChildren();
      }
    }
  }
}
