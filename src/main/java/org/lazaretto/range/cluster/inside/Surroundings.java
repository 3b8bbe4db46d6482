package org.lazaretto.range.cluster.inside;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.net.Network;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** What the cluster puts into a container: its environment and the files of its volumes. */
final class Surroundings {
  private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private final ObjectStore store;
  private final PodTokens tokens;
  private final JsonNode pod;
  private final JsonNode container;
  private final String namespace;

  Surroundings(ObjectStore store, PodTokens tokens, JsonNode pod, JsonNode container) {
    this.store = store;
    this.tokens = tokens;
    this.pod = pod;
    this.container = container;
    this.namespace = Tree.text(pod, "metadata", "namespace");
  }

  Map<String, String> environment() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("PATH", PATH);
    all.put("HOSTNAME", Tree.text(pod, "metadata", "name"));
    all.put("HOME", "/root");
    all.put("KUBERNETES_SERVICE_HOST", Network.API_SERVICE);
    all.put("KUBERNETES_SERVICE_PORT", "443");
    for (JsonNode each : container.path("envFrom")) {
      String config = Tree.text(each, "configMapRef", "name");
      String secret = Tree.text(each, "secretRef", "name");
      all.putAll(config.isEmpty() ? secret(secret) : config(config));
    }
    for (JsonNode each : container.path("env")) {
      all.put(Tree.text(each, "name"), value(each));
    }
    return all;
  }

  private String value(JsonNode variable) {
    JsonNode from = variable.path("valueFrom");
    String key = Tree.text(from, "secretKeyRef", "key");
    if (!key.isEmpty()) {
      return secret(Tree.text(from, "secretKeyRef", "name")).getOrDefault(key, "");
    }
    String item = Tree.text(from, "configMapKeyRef", "key");
    if (!item.isEmpty()) {
      return config(Tree.text(from, "configMapKeyRef", "name")).getOrDefault(item, "");
    }
    String field = Tree.text(from, "fieldRef", "fieldPath");
    return field.isEmpty() ? Tree.text(variable, "value") : field(field);
  }

  private String field(String path) {
    JsonNode here = pod;
    for (String part : path.split("\\.", -1)) {
      here = here.path(part);
    }
    return here.asText("");
  }

  private Optional<Stored> named(ResourceType type, String name) {
    return store.get(type, namespace, name);
  }

  private Map<String, String> config(String name) {
    return named(ResourceTypes.CONFIG_MAPS, name)
        .map(o -> Tree.texts(o.tree().path("data")))
        .orElse(Map.of());
  }

  private Map<String, String> secret(String name) {
    Map<String, String> plain = new LinkedHashMap<>();
    named(ResourceTypes.SECRETS, name)
        .map(o -> Tree.texts(o.tree().path("data")))
        .orElse(Map.of())
        .forEach((key, coded) -> plain.put(key, decoded(coded)));
    return plain;
  }

  private static String decoded(String coded) {
    try {
      return new String(Base64.getDecoder().decode(coded), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unreadable) {
      return coded;
    }
  }

  /** Files by their path; a folder ends in a slash. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("/etc/resolv.conf", resolver());
    for (JsonNode mount : container.path("volumeMounts")) {
      String at = Tree.text(mount, "mountPath").replaceAll("/+$", "");
      files.put(at + "/", "");
      Tree.first(
              Tree.at(pod, "spec", "volumes"),
              v -> Tree.text(v, "name").equals(Tree.text(mount, "name")))
          .ifPresent(volume -> content(volume).forEach((n, text) -> files.put(at + "/" + n, text)));
    }
    return files;
  }

  private Map<String, String> content(JsonNode volume) {
    if (volume.has("configMap")) {
      return config(Tree.text(volume, "configMap", "name"));
    }
    if (volume.has("secret")) {
      return secret(Tree.text(volume, "secret", "secretName"));
    }
    Map<String, String> files = new LinkedHashMap<>();
    for (JsonNode source : Tree.at(volume, "projected", "sources")) {
      JsonNode wanted = source.path("serviceAccountToken");
      if (wanted.isObject()) {
        tokens.of(pod, wanted).ifPresent(token -> files.put(Tree.text(wanted, "path"), token));
      }
      String config = Tree.text(source, "configMap", "name");
      if (config.equals("kube-root-ca.crt")) {
        files.put("ca.crt", config(config).getOrDefault("ca.crt", ""));
      }
      if (source.has("downwardAPI")) {
        files.put("namespace", namespace);
      }
    }
    return files;
  }

  private String resolver() {
    String address = "172.20.0.10";
    for (String name : new String[] {"kube-dns", "coredns"}) {
      Optional<String> its =
          store
              .get(ResourceTypes.SERVICES, "kube-system", name)
              .flatMap(s -> s.field("spec.clusterIP"));
      address = its.orElse(address);
    }
    return "search %s.svc.cluster.local svc.cluster.local cluster.local\nnameserver %s\noptions ndots:5\n"
        .formatted(namespace, address);
  }
}
