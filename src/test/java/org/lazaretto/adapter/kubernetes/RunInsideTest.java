package org.lazaretto.adapter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.model.PodRef;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PortException.Kind;
import org.lazaretto.port.Ran;
import org.lazaretto.range.PracticeRange;
import org.lazaretto.range.Wish;
import org.lazaretto.range.http.Faults;
import org.lazaretto.range.store.ApiProblem;

/** Commands inside containers, over TLS as on any other cluster. */
@Timeout(60)
class RunInsideTest {
  private static final Faults.Match EXEC = Faults.Match.of("*", "pods/exec");

  @TempDir private static Path folder;
  private static Optional<PracticeRange> range = Optional.empty();
  private static Optional<KubernetesConnection> cluster = Optional.empty();
  private static PodRef suspect = new PodRef("", "", "");

  @BeforeAll
  static void start() throws Exception {
    PracticeRange world = PracticeRange.start(Wish.scenario("cryptominer-eks", 20, folder));
    range = Optional.of(world);
    KubernetesConnection there =
        KubernetesConnection.open(
            new ConnectionRequest(
                Optional.of(world.kubeconfig()),
                Optional.empty(),
                Map.of(),
                InstantSource.system(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10)));
    cluster = Optional.of(there);
    String[] pod =
        world.scenario().walkthrough().getFirst().arguments().getOrDefault("pod", "").split("/", 2);
    suspect = there.reads().pod(pod[0], pod[1]).orElseThrow().ref();
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.orElseThrow().close();
    range.orElseThrow().close();
  }

  @AfterEach
  void noMoreFaults() {
    range.orElseThrow().faults().clear();
  }

  private static Ran run(PodRef pod, String... words) throws PortException {
    String container =
        cluster
            .orElseThrow()
            .reads()
            .pod(pod.namespace(), pod.name())
            .orElseThrow()
            .status()
            .containers()
            .getFirst()
            .name();
    return cluster
        .orElseThrow()
        .control()
        .run(pod, container, List.of(words), Duration.ofSeconds(10));
  }

  private static PortException refusal() {
    return catchThrowableOfType(PortException.class, () -> run(suspect, "cat", "/proc/net/tcp"));
  }

  @Test
  void what_a_command_wrote_arrives_with_its_exit_code_and_the_exact_request() throws Exception {
    Ran ran = run(suspect, "cat", "/proc/net/tcp", "/proc/net/tcp6");

    assertThat(ran.out()).contains("local_address").contains("4D6433C6:0D05 01");
    assertThat(ran.err()).contains("/proc/net/tcp6");
    assertThat(ran.ending()).isEqualTo(new Ran.Ending.Exited(1));
    assertThat(ran.whole()).isTrue();
    assertThat(ran.exchange().request())
        .startsWith("GET /api/v1/namespaces/shop/pods/" + suspect.name() + "/exec?container=")
        .endsWith(
            "&stdout=true&stderr=true&command=cat&command=%2Fproc%2Fnet%2Ftcp"
                + "&command=%2Fproc%2Fnet%2Ftcp6");
  }

  @Test
  void no_shell_is_between_so_that_nothing_in_a_word_is_obeyed() throws Exception {
    assertThat(run(suspect, "echo", "$(id) ; ls && +%").out()).isEqualTo("$(id) ; ls && +%\n");
  }

  @Test
  void a_container_without_the_program_says_so_and_nothing_ran() throws Exception {
    String name = coredns();
    PodRef distroless = cluster.orElseThrow().reads().pod("kube-system", name).orElseThrow().ref();

    assertThat(run(distroless, "cat", "/proc/net/tcp").ending())
        .isInstanceOfSatisfying(
            Ran.Ending.NotRun.class,
            ending -> assertThat(ending.reason()).contains("executable file not found"));
  }

  private static String coredns() throws PortException {
    String list =
        new String(
            cluster
                .orElseThrow()
                .reads()
                .raw("/api/v1/namespaces/kube-system/pods?labelSelector=k8s-app%3Dkube-dns")
                .bytes(),
            java.nio.charset.StandardCharsets.UTF_8);
    int at = list.indexOf("\"coredns-");
    return list.substring(at + 1, list.indexOf('"', at + 1));
  }

  @Test
  void another_pod_of_that_name_is_not_entered() {
    PodRef namesake =
        new PodRef(suspect.namespace(), suspect.name(), "00000000-0000-0000-0000-000000000000");

    PortException refusal =
        catchThrowableOfType(
            PortException.class,
            () ->
                cluster
                    .orElseThrow()
                    .control()
                    .run(namesake, "main", List.of("cat", "/x"), Duration.ofSeconds(5)));

    assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(refusal).hasMessageContaining("nothing was run");
  }

  @Test
  void an_exec_that_is_forbidden_is_refused_and_changed_nothing() {
    range
        .orElseThrow()
        .faults()
        .strike(
            EXEC,
            1,
            new Faults.Fault.Refusal(
                ApiProblem.of(403, "Forbidden", "pods is forbidden: User \"r\" cannot create")));

    assertThat(refusal().kind()).isEqualTo(Kind.FORBIDDEN);
  }

  @Test
  void a_command_whose_answer_is_lost_is_not_run_again() throws Exception {
    assertThat(run(suspect, "true").ending()).isInstanceOf(Ran.Ending.Exited.class);
    range.orElseThrow().faults().strike(EXEC, 1, new Faults.Fault.LostRequest());

    assertThat(refusal().kind()).isEqualTo(Kind.NO_ANSWER);
  }

  @Test
  void a_connection_that_is_cut_before_the_end_leaves_it_unknown() {
    range.orElseThrow().faults().strike(EXEC, Faults.Turn.all(), new Faults.Fault.LostRequest());

    assertThat(refusal().kind()).isEqualTo(Kind.NO_ANSWER);
  }

  @Test
  void a_command_that_does_not_end_in_time_is_given_up() {
    PortException late =
        catchThrowableOfType(
            PortException.class,
            () ->
                cluster
                    .orElseThrow()
                    .control()
                    .run(suspect, container(), List.of("sleep", "30"), Duration.ofMillis(300)));

    assertThat(late.kind()).isEqualTo(Kind.NO_ANSWER);
  }

  private static String container() throws PortException {
    return cluster
        .orElseThrow()
        .reads()
        .pod(suspect.namespace(), suspect.name())
        .orElseThrow()
        .status()
        .containers()
        .getFirst()
        .name();
  }
}
