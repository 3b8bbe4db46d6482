package org.lazaretto.adapter.kubernetes.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lazaretto.model.Autoscaler;
import org.lazaretto.model.Claim;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.Node;
import org.lazaretto.model.NodeState;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Steward;
import org.lazaretto.model.Webhooks;
import org.lazaretto.model.Workload;

/** What the consequences of a plan need to know beyond what the planners need. */
class TrapFactsTest {
  private static final List<String> ODD =
      Arrays.asList("null", "7", "true", "\"x\"", "[]", "[[]]", "[7]", "{}", "{\"a\":[]}");

  @Test
  void a_pod_tells_what_happens_when_it_is_stopped() throws Exception {
    Pod pod =
        (Pod)
            decode(
                ObservedKind.POD,
                "\"finalizers\":[\"example.org/hold\"]",
                """
                "spec":{"containers":[
                  {"image":"a","lifecycle":{"postStart":{"exec":{}}}},
                  {"image":"b","lifecycle":{"preStop":{"exec":{"command":["sh"]}}}}]}
                """);

    assertThat(pod.status().finalizers()).containsExactly("example.org/hold");
    assertThat(pod.shape().preStop()).isTrue();
    assertThat(((Pod) decode(ObservedKind.POD, "", "\"spec\":{}")).shape().preStop()).isFalse();
  }

  @Test
  void a_toleration_tells_how_long_it_lasts() throws Exception {
    Pod pod =
        (Pod)
            decode(
                ObservedKind.POD,
                "",
                """
                "spec":{"tolerations":[
                  {"key":"node.kubernetes.io/unreachable","operator":"Exists",
                   "effect":"NoExecute","tolerationSeconds":300},{"operator":"Exists"}]}
                """);

    assertThat(pod.shape().placement().tolerations())
        .extracting(t -> t.seconds())
        .containsExactly(OptionalLong.of(300), OptionalLong.empty());
  }

  @Test
  void a_node_tells_its_pressures_since_when_it_is_unready_and_its_autoscalers_notes()
      throws Exception {
    Node node =
        (Node)
            decode(
                ObservedKind.NODE,
                """
                "annotations":{"csi.volume.kubernetes.io/nodeid":"long",
                  "cluster-autoscaler.kubernetes.io/scale-down-disabled":"true",
                  "karpenter.sh/do-not-disrupt":"true"}
                """,
                """
                "status":{"conditions":[{"type":"DiskPressure","status":"True"},
                  {"type":"PIDPressure","status":"False"},
                  {"type":"Ready","status":"Unknown","lastTransitionTime":"2026-03-01T10:00:00Z"}]}
                """);

    assertThat(node.state().pressures()).containsExactly("DiskPressure");
    assertThat(node.state().since()).contains(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(node.state().notes().keySet())
        .containsExactlyInAnyOrder(
            "cluster-autoscaler.kubernetes.io/scale-down-disabled", "karpenter.sh/do-not-disrupt");
    assertThat(node.withUnschedulable(true).state()).isEqualTo(node.state());
    assertThat(NodeState.of(true).pressures()).isEmpty();
  }

  @Test
  void the_tools_that_set_a_workload_back_are_told_by_their_marks() throws Exception {
    assertThat(stewards("\"annotations\":{\"argocd.argoproj.io/tracking-id\":\"shop:apps/X:n/a\"}"))
        .containsExactly(new Steward("Argo CD", "shop"));
    assertThat(
            stewards(
                "\"labels\":{\"kustomize.toolkit.fluxcd.io/name\":\"apps\"},"
                    + "\"managedFields\":[{\"manager\":\"kustomize-controller\"}]"))
        .containsExactly(new Steward("Flux", "apps"));
    assertThat(stewards("\"managedFields\":[{\"manager\":\"argocd-controller\"},{}]"))
        .containsExactly(new Steward("Argo CD", ""));
    assertThat(stewards("\"labels\":{\"app.kubernetes.io/managed-by\":\"Helm\"}")).isEmpty();
  }

  @Test
  void an_autoscaler_names_what_it_scales_and_who_made_it() throws Exception {
    Autoscaler autoscaler =
        (Autoscaler)
            decode(
                ObservedKind.HORIZONTAL_POD_AUTOSCALER,
                "\"labels\":{\"scaledobject.keda.sh/name\":\"queue\"}",
                """
                "spec":{"minReplicas":2,"maxReplicas":9,
                  "scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"web"}}
                """);

    assertThat(autoscaler.scales(ObservedKind.DEPLOYMENT.ref("n", "web", "any"))).isTrue();
    assertThat(autoscaler.scales(ObservedKind.DEPLOYMENT.ref("m", "web", "any"))).isFalse();
    assertThat(autoscaler.least()).isEqualTo(2);
    assertThat(autoscaler.most()).isEqualTo(9);
    assertThat(autoscaler.driver()).isEqualTo("queue");
  }

  @Test
  void a_claim_names_its_volume_and_who_may_mount_it() throws Exception {
    Claim claim =
        (Claim)
            decode(
                ObservedKind.PERSISTENT_VOLUME_CLAIM,
                "",
                "\"spec\":{\"volumeName\":\"pv-1\",\"accessModes\":[\"ReadWriteMany\"]}");

    assertThat(claim.volume()).isEqualTo("pv-1");
    assertThat(claim.shared()).isTrue();
  }

  @Test
  void a_webhook_says_who_answers_what_it_is_asked_and_what_silence_means() throws Exception {
    Webhooks webhooks =
        (Webhooks)
            decode(
                ObservedKind.MUTATING_WEBHOOKS,
                "\"creationTimestamp\":\"2026-03-01T10:00:00Z\"",
                """
                "webhooks":[
                  {"name":"a.example","clientConfig":{"service":{"namespace":"s","name":"w"}},
                   "failurePolicy":"Ignore","objectSelector":{"matchLabels":{"x":"y"}},
                   "rules":[{"operations":["CREATE"],"apiGroups":[""],"resources":["pods/*"]}]},
                  {"name":"b.example","clientConfig":{"url":"https://out.example/x"},
                   "namespaceSelector":{},
                   "rules":[{"operations":["*"],"apiGroups":["*"],"resources":["*"]}]}]
                """);

    Webhooks.Hook inside = webhooks.hooks().getFirst();
    Webhooks.Hook outside = webhooks.hooks().getLast();
    assertThat(webhooks.created()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(inside.service()).isEqualTo("s/w");
    assertThat(inside.refusesWithoutAnswer()).isFalse();
    assertThat(inside.narrowed()).isTrue();
    assertThat(inside.asked("CREATE", "", "pods/eviction")).isTrue();
    assertThat(inside.asked("CREATE", "", "pods")).isFalse();
    assertThat(outside.url()).isEqualTo("https://out.example/x");
    assertThat(outside.refusesWithoutAnswer()).isTrue();
    assertThat(outside.narrowed()).isFalse();
    assertThat(outside.asked("UPDATE", "apps", "deployments")).isTrue();
    assertThat(outside.asked("CREATE", "", "pods/eviction")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metadata",
        "webhooks",
        "rules",
        "clientConfig",
        "service",
        "scaleTargetRef",
        "accessModes",
        "lifecycle",
        "finalizers",
        "annotations",
        "labels",
        "managedFields",
        "tolerationSeconds"
      })
  void odd_values_in_these_fields_do_no_harm(String field) throws Exception {
    for (String odd : ODD) {
      String one = "\"" + field + "\":" + odd;
      String body =
          "\"spec\":{%1$s,\"containers\":[{%1$s}],\"tolerations\":[{%1$s}]},\"webhooks\":[{%1$s}]"
              .formatted(one);
      for (ObservedKind kind : ObservedKind.values()) {
        String meta = field.equals("metadata") ? "" : one;
        assertThat(decode(kind, meta, body).object().uid()).isEqualTo("u");
      }
    }
  }

  private static List<Steward> stewards(String meta) throws IOException {
    return ((Workload) decode(ObservedKind.DEPLOYMENT, meta, "\"spec\":{}")).origin().stewards();
  }

  private static ClusterObject decode(ObservedKind kind, String meta, String body)
      throws IOException {
    String all =
        "{\"metadata\":{\"name\":\"a\",\"namespace\":\"n\",\"uid\":\"u\"%s},%s}"
            .formatted(meta.isEmpty() ? "" : "," + meta, body);
    return ObjectDecoder.of(kind, new Shared())
        .decode(all.getBytes(StandardCharsets.UTF_8))
        .orElseThrow();
  }
}
