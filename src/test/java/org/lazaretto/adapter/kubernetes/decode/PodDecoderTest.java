package org.lazaretto.adapter.kubernetes.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.lazaretto.model.Capacity;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.ContainerState.Role;
import org.lazaretto.model.HostAccess;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Placement;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodShape;
import org.lazaretto.model.PodStatus;
import org.lazaretto.model.Toleration;
import org.lazaretto.model.Volumes;

class PodDecoderTest {
  private final ObjectDecoder decoder = ObjectDecoder.of(ObservedKind.POD, new Shared());

  @Test
  void a_full_pod_keeps_what_the_planners_need() throws Exception {
    Pod pod = golden("pod-full.json");

    assertThat(pod.ref()).isEqualTo(new PodRef("shop", "cart-7d9f-x2x1", "0a1b-uid"));
    assertThat(pod.node()).contains("node-a1");
    assertThat(pod.mirror()).isFalse();
    assertThat(pod.labels()).isEqualTo(Map.of("app", "cart", "pod-template-hash", "7d9f"));
    assertThat(pod.controller())
        .contains(new ObjectRef("apps/v1", "ReplicaSet", "shop", "cart-7d9f", "rs-uid"));
    assertThat(pod.status())
        .isEqualTo(
            new PodStatus(
                "Running",
                true,
                Instant.parse("2026-03-01T10:00:00Z"),
                Optional.of(Instant.parse("2026-03-02T10:00:00Z")),
                "10.1.2.3",
                List.of(
                    new ContainerState("setup", Role.INIT, "", 0, true, "Completed"),
                    new ContainerState(
                        "cart", Role.MAIN, "registry.example/cart@sha256:aa", 3, true, ""),
                    new ContainerState("proxy", Role.MAIN, "", 12, false, "CrashLoopBackOff"),
                    new ContainerState("debugger", Role.EPHEMERAL, "", 0, false, ""))));
  }

  @Test
  void the_shape_of_a_full_pod_names_its_secrets_claims_and_ways_to_the_node() throws Exception {
    PodShape shape = golden("pod-full.json").shape();

    assertThat(shape)
        .isEqualTo(
            new PodShape(
                "cart-sa",
                List.of("setup:1", "cart:2", "proxy:3", "busybox"),
                new HostAccess(true, true, true, true, true),
                new Volumes(
                    true,
                    List.of("cart-data"),
                    List.of("db-env", "db-from", "db-projected", "db-volume")),
                new Placement(
                    Map.of("disk", "ssd"),
                    List.of(
                        new Toleration(
                            "node.kubernetes.io/not-ready",
                            "Exists",
                            "",
                            "NoExecute",
                            OptionalLong.of(300)),
                        new Toleration("dedicated", "Equal", "shop", "")),
                    new Capacity(1010, 1_342_177_280L, 1),
                    true),
                Duration.ofSeconds(60)));
  }

  @Test
  void a_mirror_pod_is_known_by_its_annotation() throws Exception {
    Pod pod = golden("pod-mirror.json");

    assertThat(pod.mirror()).isTrue();
    assertThat(pod.controller())
        .contains(new ObjectRef("v1", "Node", "kube-system", "node-a1", "node-uid"));
  }

  @Test
  void a_pod_that_was_just_made_has_little() throws Exception {
    Pod pod =
        decode("{\"metadata\":{\"name\":\"a\",\"namespace\":\"n\",\"uid\":\"u\"}}").orElseThrow();

    assertThat(pod.node()).isEmpty();
    assertThat(pod.status().phase()).isEqualTo("Unknown");
    assertThat(pod.status().created()).isEqualTo(Instant.EPOCH);
    assertThat(pod.shape().grace()).isEqualTo(Duration.ofSeconds(30));
    assertThat(pod.shape().placement().requests()).isEqualTo(new Capacity(0, 0, 1));
    assertThat(pod.shape().placement().furtherRules()).isFalse();
  }

  @Test
  void init_containers_count_where_they_ask_for_more_than_the_rest() throws Exception {
    String spec =
        """
        {"initContainers":[
          {"resources":{"requests":{"cpu":"2"}}},
          {"restartPolicy":"Always","resources":{"requests":{"cpu":"300m","memory":"1Gi"}}}],
         "containers":[{"resources":{"requests":{"cpu":"1","memory":"1Gi"}}}],
         "overhead":{"cpu":"10m"}}
        """;
    Capacity requests = shape(spec).placement().requests();

    assertThat(requests).isEqualTo(new Capacity(2010, 2L << 30, 1));
  }

  @Test
  void requests_of_the_whole_pod_win() throws Exception {
    String spec =
        """
        {"containers":[{"resources":{"requests":{"cpu":"1","memory":"1Gi"}}}],
         "resources":{"requests":{"cpu":"3"}}}
        """;
    assertThat(shape(spec).placement().requests()).isEqualTo(new Capacity(3000, 1L << 30, 1));
  }

  @Test
  void empty_rules_are_no_rules() throws Exception {
    assertThat(
            shape("{\"affinity\":{},\"topologySpreadConstraints\":[]}").placement().furtherRules())
        .isFalse();
    assertThat(shape("{\"affinity\":{\"podAffinity\":{}}}").placement().furtherRules()).isTrue();
    assertThat(shape("{\"topologySpreadConstraints\":[{}]}").placement().furtherRules()).isTrue();
  }

  @Test
  void pods_of_one_template_share_its_shape_in_memory() throws Exception {
    Pod one = golden("pod-full.json");
    Pod other = golden("pod-full.json");

    assertThat(other.shape()).isSameAs(one.shape());
    assertThat(other.labels()).isSameAs(one.labels());
    assertThat(other.node()).isSameAs(one.node());
    assertThat(other.status().containers()).isSameAs(one.status().containers());
    assertThat(other.controller().orElseThrow()).isSameAs(one.controller().orElseThrow());
  }

  @Test
  void every_field_of_another_type_reads_as_empty() throws Exception {
    for (String odd : List.of("null", "7", "true", "\"x\"", "[]", "[[]]", "{}", "{\"a\":{}}")) {
      String spec =
          """
          {"nodeName":%1$s,"serviceAccountName":%1$s,"volumes":%1$s,"containers":%1$s,
           "initContainers":[{"image":%1$s,"env":%1$s,"envFrom":%1$s,"resources":%1$s,
             "securityContext":%1$s}],"tolerations":%1$s,"nodeSelector":%1$s,"affinity":%1$s,
           "terminationGracePeriodSeconds":%1$s,"hostNetwork":%1$s,"overhead":%1$s}
          """
              .formatted(odd);
      String pod =
          """
          {"metadata":{"labels":%1$s,"annotations":%1$s,"ownerReferences":%1$s,
            "creationTimestamp":%1$s,"name":"a","namespace":"n","uid":"u"},
           "spec":%2$s,
           "status":{"phase":%1$s,"conditions":%1$s,"podIP":%1$s,"containerStatuses":[
             {"name":%1$s,"restartCount":%1$s,"state":%1$s,"ready":%1$s},%1$s]}}
          """
              .formatted(odd, spec);

      assertThat(decode(pod)).as(odd).isPresent();
      assertThat(decode("{\"metadata\":%s,\"spec\":%s}".formatted(odd, odd))).as(odd).isEmpty();
    }
  }

  @Test
  void numbers_beyond_all_bounds_do_no_harm() throws Exception {
    String pod =
        """
        {"metadata":{"name":"a","namespace":"n","uid":"u"},
         "spec":{"terminationGracePeriodSeconds":99999999999999999999999999,
           "containers":[{"resources":{"requests":{"cpu":"1e30","memory":1e99}}}]},
         "status":{"containerStatuses":[{"restartCount":-5},{"restartCount":12345678901}]}}
        """;
    Pod read = decode(pod).orElseThrow();

    assertThat(read.status().restarts()).isEqualTo(Integer.MAX_VALUE);
    assertThat(read.shape().grace()).isZero();
    assertThat(read.shape().placement().requests().cpuMillis()).isPositive();
  }

  @Test
  void hostile_names_are_kept_as_they_are() throws Exception {
    Pod pod =
        decode(
                "{\"metadata\":{\"name\":\"\\u001b[2J<script>\\u202e\",\"namespace\":\"n\","
                    + "\"uid\":\"u\",\"labels\":{\"\\u0000\":\"\\ud800\"}}}")
            .orElseThrow();

    assertThat(pod.ref().name()).isEqualTo("\u001b[2J<script>\u202e");
    assertThat(pod.labels()).containsKey("\0");
  }

  private PodShape shape(String spec) throws IOException {
    return decode(
            "{\"metadata\":{\"name\":\"a\",\"namespace\":\"n\",\"uid\":\"u\"},\"spec\":"
                + spec
                + "}")
        .orElseThrow()
        .shape();
  }

  private Optional<Pod> decode(String json) throws IOException {
    return decoder.decode(json.getBytes(StandardCharsets.UTF_8)).map(Pod.class::cast);
  }

  private Pod golden(String name) throws IOException {
    try (InputStream stream = PodDecoderTest.class.getResourceAsStream(name)) {
      return (Pod)
          decoder.decode(Optional.ofNullable(stream).orElseThrow().readAllBytes()).orElseThrow();
    }
  }
}
