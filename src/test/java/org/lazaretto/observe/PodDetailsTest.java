package org.lazaretto.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Answers;
import org.lazaretto.model.ContainerState.Role;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.observe.ContainerDetails.Phase;
import org.lazaretto.observe.PodDetails.Mount;
import org.lazaretto.observe.PodDetails.Volume;

class PodDetailsTest {
  private static final ObjectRef POD = ObservedKind.POD.ref("shop", "cart-1", "u-1");
  private static final String FULL =
      """
      {"metadata":{"uid":"u-1","annotations":{"note":"\\u001b[2Jhi","odd":[1]}},
       "spec":{"hostIPC":true,"priorityClassName":"high","securityContext":{"runAsUser":0},
        "initContainers":[{"name":"setup","image":"setup:1","securityContext":{"runAsUser":1000}}],
        "containers":[{"name":"cart","image":"cart:2","ports":[{"containerPort":1},{"hostPort":80}],
          "securityContext":{"privileged":true,"allowPrivilegeEscalation":true,
            "capabilities":{"add":["SYS_ADMIN"]}},
          "volumeMounts":[{"name":"logs","mountPath":"/host","readOnly":true}]}],
        "volumes":[{"name":"logs","hostPath":{"path":"/var/log"}},{"hostPath":7,"name":"odd"},
          {"name":"bare"}]},
       "status":{"qosClass":"Burstable","hostIP":"10.0.0.9","startTime":"2026-03-01T10:00:00Z",
        "reason":"Evicted","message":"low on memory",
        "conditions":[{"type":"Ready","status":"False","reason":"ContainersNotReady",
          "lastTransitionTime":"2026-03-01T11:00:00Z"}],
        "containerStatuses":[{"name":"cart","imageID":"cart@sha256:aa",
          "state":{"waiting":{"reason":"CrashLoopBackOff","message":"back-off"}},
          "lastState":{"terminated":{"reason":"OOMKilled","exitCode":137,
            "finishedAt":"2026-03-01T10:59:00Z"}}}],
        "initContainerStatuses":[{"name":"setup",
          "state":{"terminated":{"exitCode":0,"reason":"Completed"}}}]}}
      """;

  private static PodDetails read(String json) {
    Detail<PodDetails> detail = new ObjectDetails(Answers.raw(json)).pod(POD);
    assertThat(detail).isInstanceOf(Detail.Read.class);
    return ((Detail.Read<PodDetails>) detail).value();
  }

  @Test
  void what_its_containers_do_and_may_do_is_told_one_by_one() {
    List<ContainerDetails> containers = read(FULL).containers();

    assertThat(containers).extracting(ContainerDetails::name).containsExactly("setup", "cart");
    ContainerDetails setup = containers.getFirst();
    assertThat(setup.role()).isEqualTo(Role.INIT);
    assertThat(setup.now().phase()).isEqualTo(Phase.ENDED);
    assertThat(setup.now().exitCode()).contains(0);
    assertThat(setup.rights().asRoot()).isFalse();
    ContainerDetails cart = containers.getLast();
    assertThat(cart.imageId()).isEqualTo("cart@sha256:aa");
    assertThat(cart.now().phase()).isEqualTo(Phase.WAITING);
    assertThat(cart.now().reason()).isEqualTo("CrashLoopBackOff");
    assertThat(cart.before())
        .contains(
            new ContainerDetails.Life(
                Phase.ENDED,
                "OOMKilled",
                "",
                Optional.of(137),
                Optional.of(Instant.parse("2026-03-01T10:59:00Z"))));
    assertThat(cart.rights())
        .isEqualTo(
            new ContainerDetails.Rights(true, true, true, List.of("SYS_ADMIN"), List.of(80)));
  }

  @Test
  void its_volumes_say_what_of_the_node_it_sees_and_where() {
    List<Volume> volumes = read(FULL).volumes();

    assertThat(volumes)
        .containsExactly(
            new Volume("logs", "hostPath", "/var/log", List.of(new Mount("cart", "/host", true))),
            new Volume("odd", "hostPath", "", List.of()),
            new Volume("bare", "emptyDir", "", List.of()));
    assertThat(volumes.getFirst().ofHost()).isTrue();
  }

  @Test
  void how_it_is_run_and_what_it_is_called_is_read_as_it_stands() {
    PodDetails pod = read(FULL);

    assertThat(pod.started()).contains(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(pod.running())
        .isEqualTo(
            new PodDetails.Running(
                "Burstable", "high", "10.0.0.9", true, "Evicted", "low on memory"));
    assertThat(pod.conditions())
        .containsExactly(
            new Condition(
                "Ready",
                "False",
                "ContainersNotReady",
                "",
                Optional.of(Instant.parse("2026-03-01T11:00:00Z"))));
    assertThat(pod.annotations()).containsEntry("note", "\u001b[2Jhi").containsEntry("odd", "");
  }

  @Test
  void a_pod_of_which_nothing_is_said_is_read_too() {
    PodDetails pod = read("{\"metadata\":{\"uid\":\"u-1\"}}");

    assertThat(pod.containers()).isEmpty();
    assertThat(pod.started()).isEmpty();
  }

  @Test
  void another_pod_of_that_name_is_not_taken_for_it() {
    assertThat(new ObjectDetails(Answers.raw("{\"metadata\":{\"uid\":\"u-2\"}}")).pod(POD))
        .isEqualTo(new Detail.Gone<>("another Pod has this name now"));
  }

  @Test
  void a_nodes_object_says_what_its_machine_has() {
    String node =
        """
        {"metadata":{"uid":"u-n","creationTimestamp":"2026-01-01T00:00:00Z"},
         "status":{"nodeInfo":{"osImage":"Amazon Linux 2023","kernelVersion":"6.1"},
          "conditions":[{"type":"MemoryPressure","status":"False"}]}}
        """;
    Detail<ObjectFacts> facts =
        new ObjectDetails(Answers.raw(node)).facts(new NodeRef("n1", "u-n").object());

    assertThat(((Detail.Read<ObjectFacts>) facts).value())
        .satisfies(read -> {
          assertThat(read.created()).contains(Instant.parse("2026-01-01T00:00:00Z"));
          assertThat(read.system()).containsExactly("Amazon Linux 2023", "6.1");
          assertThat(read.conditions()).hasSize(1);
        });
  }

  @Test
  void names_are_escaped_in_what_is_asked() {
    List<String> asked = new ArrayList<>();
    ObjectDetails details = new ObjectDetails(Answers.noting(asked));

    details.pod(ObservedKind.POD.ref("shop", "a/../b?c", ""));
    details.previousLog(POD, "main&x", 20);
    details.events(new NodeRef("n,1", "u").object());

    assertThat(asked)
        .containsExactly(
            "/api/v1/namespaces/shop/pods/a%2F..%2Fb%3Fc",
            "/api/v1/namespaces/shop/pods/cart-1/log?previous=true&timestamps=true"
                + "&container=main%26x&tailLines=20&limitBytes=4194304",
            "/api/v1/namespaces/default/events?limit=500&fieldSelector="
                + "involvedObject.kind%3DNode%2CinvolvedObject.name%3Dn%2C1");
  }

  @Test
  void a_kind_that_is_not_observed_is_not_asked_for() {
    ObjectRef custom = new ObjectRef("example.com/v1", "Rollout", "shop", "r", "u");

    assertThat(new ObjectDetails(Answers.raw("{}")).facts(custom))
        .isInstanceOfSatisfying(
            Detail.Unavailable.class, refused -> assertThat(refused.code()).isEqualTo("INVALID"));
  }
}
