package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lazaretto.model.Volumes;

/** Reads the volumes of one pod and gathers the Secrets it uses. Used once. */
final class VolumesReader implements Json.Items {
  private final Shared shared;
  private final Set<String> claims = new TreeSet<>();
  private final Set<String> secrets = new TreeSet<>();
  private boolean emptyDir;
  private boolean hostPath;

  VolumesReader(Shared shared) {
    this.shared = shared;
  }

  @Override
  public void item(JsonParser volume) throws IOException {
    Json.object(volume, this::source);
  }

  /** Notes a Secret that is read in another way, such as by an environment variable. */
  void secret(String name) {
    if (!name.isEmpty()) {
      secrets.add(shared.one(name));
    }
  }

  boolean hostPath() {
    return hostPath;
  }

  Volumes volumes() {
    return shared.one(new Volumes(emptyDir, List.copyOf(claims), List.copyOf(secrets)));
  }

  private void source(String type, JsonParser p) throws IOException {
    switch (type) {
      case "emptyDir" -> emptyDir |= present(p);
      case "hostPath" -> hostPath |= present(p);
      case "persistentVolumeClaim" -> Json.object(p, this::claim);
      case "secret" -> Json.object(p, (field, value) -> secret("secretName", field, value));
      case "projected" -> Json.object(p, this::projected);
      default -> p.skipChildren();
    }
  }

  private void claim(String field, JsonParser p) throws IOException {
    String value = Json.text(p);
    if (field.equals("claimName") && !value.isEmpty()) {
      claims.add(shared.one(value));
    }
  }

  private void projected(String field, JsonParser p) throws IOException {
    if (field.equals("sources")) {
      Json.array(p, source -> Json.object(source, this::projectedSource));
    } else {
      p.skipChildren();
    }
  }

  private void projectedSource(String type, JsonParser p) throws IOException {
    if (type.equals("secret")) {
      Json.object(p, (field, value) -> secret("name", field, value));
    } else {
      p.skipChildren();
    }
  }

  void secret(String wanted, String field, JsonParser p) throws IOException {
    String value = Json.text(p);
    if (field.equals(wanted)) {
      secret(value);
    }
  }

  private static boolean present(JsonParser p) throws IOException {
    boolean object = p.currentToken().isStructStart();
    p.skipChildren();
    return object;
  }
}
