package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.model.ObjectRef;

/** Reads {@code metadata} of one object, without its {@code managedFields}. Used once. */
final class MetaReader implements Json.Fields {
  private static final String MIRROR = "kubernetes.io/config.mirror";

  private final Shared shared;
  String name = "";
  String namespace = "";
  String uid = "";
  String revision = "";
  String created = "";
  String deleting = "";
  boolean mirror;
  Map<String, String> labels = Map.of();
  final List<String> finalizers = new ArrayList<>();
  private Optional<Owner> owner = Optional.empty();

  MetaReader(Shared shared) {
    this.shared = shared;
  }

  private record Owner(String apiVersion, String kind, String name, String uid) {}

  @Override
  public void field(String field, JsonParser p) throws IOException {
    switch (field) {
      case "name" -> name = Json.text(p);
      case "namespace" -> namespace = shared.one(Json.text(p));
      case "uid" -> uid = Json.text(p);
      case "resourceVersion" -> revision = Json.text(p);
      case "creationTimestamp" -> created = Json.text(p);
      case "deletionTimestamp" -> deleting = Json.text(p);
      case "labels" -> labels = Json.texts(p, shared);
      case "annotations" -> Json.object(p, this::annotation);
      case "finalizers" -> Json.array(p, item -> finalizers.add(shared.one(Json.text(item))));
      case "ownerReferences" -> Json.array(p, this::owner);
      default -> p.skipChildren();
    }
  }

  private void annotation(String key, JsonParser p) throws IOException {
    p.skipChildren();
    mirror |= key.equals(MIRROR);
  }

  private void owner(JsonParser p) throws IOException {
    OwnerReader reader = new OwnerReader();
    Json.object(p, reader);
    if (reader.controller) {
      owner = Optional.of(new Owner(reader.apiVersion, reader.kind, reader.name, reader.uid));
    }
  }

  /** The controller, which lives in the same namespace. */
  Optional<ObjectRef> controller() {
    return owner.map(o -> new ObjectRef(o.apiVersion, o.kind, namespace, o.name, o.uid));
  }

  private static final class OwnerReader implements Json.Fields {
    private String apiVersion = "";
    private String kind = "";
    private String name = "";
    private String uid = "";
    private boolean controller;

    @Override
    public void field(String field, JsonParser p) throws IOException {
      switch (field) {
        case "apiVersion" -> apiVersion = Json.text(p);
        case "kind" -> kind = Json.text(p);
        case "name" -> name = Json.text(p);
        case "uid" -> uid = Json.text(p);
        case "controller" -> controller = Json.flag(p);
        default -> p.skipChildren();
      }
    }
  }
}
