package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.model.Steward;

/**
 * The tools that set an object back, told by what they write on it: Argo CD's tracking annotation
 * or label, Flux's labels, and the field managers of both. Their documentation names these marks.
 */
final class Stewards {
  private static final String ARGO = "Argo CD";
  private static final String FLUX = "Flux";

  private Stewards() {}

  static List<Steward> of(JsonNode meta) {
    JsonNode labels = meta.path("labels");
    List<Steward> found = new ArrayList<>();
    String tracked = Json.text(meta.path("annotations").path("argocd.argoproj.io/tracking-id"));
    if (!tracked.isEmpty()) {
      found.add(new Steward(ARGO, tracked.substring(0, (tracked + ":").indexOf(':'))));
    }
    named(found, ARGO, labels, "argocd.argoproj.io/instance");
    named(found, FLUX, labels, "kustomize.toolkit.fluxcd.io/name");
    named(found, FLUX, labels, "helm.toolkit.fluxcd.io/name");
    Set<String> tools = new LinkedHashSet<>();
    meta.path("managedFields").forEach(entry -> tool(tools, Json.text(entry.path("manager"))));
    found.forEach(steward -> tools.remove(steward.tool()));
    tools.forEach(tool -> found.add(new Steward(tool, "")));
    return found.stream().distinct().toList();
  }

  private static void named(List<Steward> found, String tool, JsonNode labels, String label) {
    String name = Json.text(labels.path(label));
    if (!name.isEmpty()) {
      found.add(new Steward(tool, name));
    }
  }

  private static void tool(Set<String> tools, String manager) {
    switch (manager) {
      case "argocd-controller", "argocd-application-controller" -> tools.add(ARGO);
      case "kustomize-controller", "helm-controller" -> tools.add(FLUX);
      default -> {}
    }
  }
}
