package org.lazaretto.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Defaults;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * A namespace with everything that a wizard may touch: an application with services, a policy and
 * credentials, of which one pod is the suspect, and a clean application beside it.
 */
record Plot(ObjectStore store, String name) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PODS = 4;

  void lay() {
    make(
        """
        {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"%s"}}\
        """
            .formatted(name));
    credentials();
    deployment("app");
    deployment("web");
    service("front", "\"app\":\"app\",\"tier\":\"front\"");
    service("all", "\"app\":\"app\"");
    make(
        """
        {"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy",
         "metadata":{"name":"allow-app","namespace":"%s"},
         "spec":{"podSelector":{"matchLabels":{"app":"app"}},"policyTypes":["Ingress"],
                 "ingress":[{}]}}\
        """
            .formatted(name));
  }

  private void credentials() {
    make(
        """
        {"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"app","namespace":"%s"}}\
        """
            .formatted(name));
    make(
        """
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding",
         "metadata":{"name":"app-views","namespace":"%1$s"},
         "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"view"},
         "subjects":[{"kind":"ServiceAccount","name":"app","namespace":"%1$s"},
                     {"apiGroup":"rbac.authorization.k8s.io","kind":"User","name":"ana"}]}\
        """
            .formatted(name));
    make(
        """
        {"apiVersion":"v1","kind":"Secret","type":"kubernetes.io/service-account-token",
         "metadata":{"name":"app-token","namespace":"%s",
                     "annotations":{"kubernetes.io/service-account.name":"app"}},
         "data":{"token":"bm8gdG9rZW4="}}\
        """
            .formatted(name));
  }

  private void deployment(String app) {
    make(
        """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"%2$s","namespace":"%1$s"},
         "spec":{"replicas":2,"selector":{"matchLabels":{"app":"%2$s"}},
          "template":{"metadata":{"labels":{"app":"%2$s","tier":"front"}},
           "spec":{"serviceAccountName":"app","terminationGracePeriodSeconds":10,"containers":[
            {"name":"service","image":"registry.example/team/service:1.0.0",
             "ports":[{"containerPort":8080}]}]}}}}\
        """
            .formatted(name, app));
  }

  private void service(String service, String selector) {
    make(
        """
        {"apiVersion":"v1","kind":"Service","metadata":{"name":"%s","namespace":"%s"},
         "spec":{"selector":{%s},"ports":[{"port":80,"targetPort":8080}]}}\
        """
            .formatted(service, name, selector));
  }

  /** A budget over an application's pods that lets one of them go. */
  void budget(String budget, String app) {
    make(
        """
        {"apiVersion":"policy/v1","kind":"PodDisruptionBudget",
         "metadata":{"name":"%s","namespace":"%s"},
         "spec":{"maxUnavailable":1,"selector":{"matchLabels":{"app":"%s"}}}}\
        """
            .formatted(budget, name, app));
  }

  private void make(String json) {
    try {
      ObjectNode tree = (ObjectNode) JSON.readTree(json);
      ResourceType type =
          ResourceTypes.ofKind(tree.path("apiVersion").asText(), tree.path("kind").asText())
              .orElseThrow();
      Defaults.apply(type, tree);
      store.create(type, tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes an object away as somebody else would; one that is gone already stays gone. */
  void remove(Stored object) {
    try {
      store.delete(object.type(), object.namespace(), object.name(), Ground.AT_ONCE);
    } catch (ApiProblem gone) {
      // a controller was faster
    }
  }

  boolean ready(String node) {
    List<Stored> pods = store.list(ResourceTypes.PODS, Optional.of(name));
    return pods.size() == PODS
        && pods.stream().map(Stored::tree).allMatch(pod -> ready(pod, node))
        && slices() == 2 * 2;
  }

  /** Two pods behind each of two services. */
  private long slices() {
    return store.list(ResourceTypes.ENDPOINT_SLICES, Optional.of(name)).stream()
        .mapToLong(slice -> slice.tree().path("endpoints").size())
        .sum();
  }

  private static boolean ready(JsonNode pod, String node) {
    return pod.at("/spec/nodeName").asText().equals(node) && ready(pod);
  }

  static boolean ready(JsonNode pod) {
    return pod.at("/status/conditions")
        .valueStream()
        .anyMatch(c ->
            c.path("type").asText().equals("Ready") && c.path("status").asText().equals("True"));
  }
}
