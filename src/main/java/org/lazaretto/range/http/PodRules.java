package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of a pod's spec, be it a pod's own or a template's. */
final class PodRules {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final int LAST_PORT = 65_535;

  private final Causes causes;
  private final JsonNode spec;
  private final String at;

  private PodRules(Causes causes, JsonNode spec, String at) {
    this.causes = causes;
    this.spec = spec;
    this.at = at;
  }

  /** Checks a spec that stands at a field, as in {@code spec.template.spec}. */
  static void check(Causes causes, JsonNode spec, String at) {
    PodRules rules = new PodRules(causes, spec, at);
    Set<String> volumes = rules.volumes();
    rules.containers(volumes);
    rules.tolerations();
  }

  private Set<String> volumes() {
    Set<String> names = new HashSet<>();
    JsonNode volumes = spec.path("volumes");
    for (int i = 0; i < volumes.size(); i++) {
      String name = volumes.get(i).path("name").asText("");
      String here = at + ".volumes[" + i + "].name";
      if (name.isEmpty()) {
        causes.required(here, "");
      } else if (!names.add(name)) {
        causes.duplicate(here, name);
      }
    }
    return names;
  }

  private void containers(Set<String> volumes) {
    if (spec.path("containers").isEmpty()) {
      causes.required(at + ".containers", "");
    }
    Set<String> names = new HashSet<>();
    for (String list : List.of("initContainers", "containers")) {
      JsonNode containers = spec.path(list);
      for (int i = 0; i < containers.size(); i++) {
        container(containers.get(i), at + "." + list + "[" + i + "]", names, volumes);
      }
    }
  }

  private void container(JsonNode container, String here, Set<String> names, Set<String> volumes) {
    String name = container.path("name").asText("");
    if (name.isEmpty()) {
      causes.required(here + ".name", "");
    } else if (!NAME.matcher(name).matches()) {
      causes.invalid(here + ".name", name, NameRules.LABEL_RULE);
    } else if (!names.add(name)) {
      causes.duplicate(here + ".name", name);
    }
    if (container.path("image").asText("").isEmpty()) {
      causes.required(here + ".image", "");
    }
    mounts(container.path("volumeMounts"), here + ".volumeMounts", volumes);
    ports(container.path("ports"), here + ".ports");
  }

  private void mounts(JsonNode mounts, String here, Set<String> volumes) {
    for (int i = 0; i < mounts.size(); i++) {
      String name = mounts.get(i).path("name").asText("");
      if (!volumes.contains(name)) {
        causes.notFound(here + "[" + i + "].name", name);
      }
      if (mounts.get(i).path("mountPath").asText("").isEmpty()) {
        causes.required(here + "[" + i + "].mountPath", "");
      }
    }
  }

  private void ports(JsonNode ports, String here) {
    for (int i = 0; i < ports.size(); i++) {
      JsonNode port = ports.get(i).path("containerPort");
      if (port.asInt(0) < 1 || port.asInt(0) > LAST_PORT) {
        String field = here + "[" + i + "].containerPort";
        if (port.asInt(0) == 0) {
          causes.required(field, "");
        } else {
          causes.invalid(field, port, "must be between 1 and 65535, inclusive");
        }
      }
    }
  }

  private void tolerations() {
    JsonNode tolerations = spec.path("tolerations");
    for (int i = 0; i < tolerations.size(); i++) {
      JsonNode each = tolerations.get(i);
      String here = at + ".tolerations[" + i + "]";
      String operator = each.path("operator").asText("Equal");
      if (each.path("key").asText("").isEmpty() && !operator.equals("Exists")) {
        causes.invalid(
            here + ".operator",
            each.path("operator").asText(""),
            "operator must be Exists when `key` is empty, which means \"match all values and all"
                + " keys\"");
      }
      String effect = each.path("effect").asText("");
      if (each.has("tolerationSeconds") && !effect.equals("NoExecute")) {
        causes.invalid(
            here + ".effect", effect, "effect must be 'NoExecute' when `tolerationSeconds` is set");
      }
    }
  }
}
