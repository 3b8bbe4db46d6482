package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.kubernetes.KubeconfigDirectory;
import org.lazaretto.launch.Terminal.Result;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.port.ClusterConnection;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;

/** Isolates the miner by command line, and proves what was isolated. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IsolateSpineTest {
  private static final Map<String, JsonNode> BEFORE = new TreeMap<>();

  private static final String BINDING_PATH =
      "/apis/rbac.authorization.k8s.io/v1/namespaces/shop/rolebindings/too-much";

  @TempDir static Path folder;
  private static PracticeWorlds.World world;
  private static String suspect = "";
  private static String node = "";

  private final Terminal terminal = new Terminal();
  private final ObjectMapper json = new ObjectMapper();

  @BeforeAll
  static void a_cluster_in_which_a_pod_mines() throws PortException, InterruptedException {
    MinedShop shop = MinedShop.open(folder);
    world = shop.world();
    suspect = shop.suspect();
  }

  @AfterAll
  static void the_world_ends() {
    world.close();
  }

  private Result run(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--kubeconfig", world.kubeconfig().toString()));
    all.addAll(List.of(more));
    return terminal.run(all.toArray(String[]::new));
  }

  private Result apply(String wizard, String... more) throws IOException {
    JsonNode plan = json.readTree(Files.readString(folder.resolve(wizard + ".json")));
    List<String> words =
        new ArrayList<>(List.of("apply", folder.resolve(wizard + ".json").toString()));
    words.addAll(List.of("--case", folder.resolve("case").toString()));
    words.addAll(List.of("--approve", plan.path("fingerprint").asText()));
    words.addAll(List.of(more));
    return run(words);
  }

  private String out(String wizard) {
    return folder.resolve(wizard + ".json").toString();
  }

  private JsonNode object(String path) throws PortException {
    try (ClusterConnection connection = cluster()) {
      ObjectNode tree = (ObjectNode) json.readTree(connection.reads().raw(path).bytes());
      ObjectNode metadata = (ObjectNode) tree.get("metadata");
      metadata.remove(List.of("resourceVersion", "managedFields", "generation"));
      tree.remove("status");
      return tree;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ClusterConnection cluster() throws PortException {
    return new KubeconfigDirectory(Optional.empty())
        .connect(Optional.of(world.kubeconfig()), Optional.empty());
  }

  private static List<String> touched() throws PortException {
    String namespace = suspect.substring(0, suspect.indexOf('/'));
    String name = suspect.substring(suspect.indexOf('/') + 1);
    if (node.isEmpty()) {
      try (ClusterConnection connection = cluster()) {
        node = connection.reads().pod(namespace, name).orElseThrow().node().orElseThrow();
      }
    }
    return List.of(
        "/api/v1/nodes/" + node,
        "/api/v1/namespaces/" + namespace + "/pods/" + name,
        "/api/v1/namespaces/" + namespace + "/services/payments",
        "/apis/networking.k8s.io/v1/namespaces/" + namespace + "/networkpolicies/allow-shop");
  }

  @Test
  @Order(0)
  void everything_is_as_it_is() throws PortException {
    String policy =
        "{\"apiVersion\":\"networking.k8s.io/v1\",\"kind\":\"NetworkPolicy\",\"metadata\":{\"name\":"
            + "\"allow-shop\",\"namespace\":\"shop\"},\"spec\":{\"podSelector\":{},\"policyTypes\":"
            + "[\"Ingress\"],\"ingress\":[{}]}}";
    try (ClusterConnection connection = cluster()) {
      connection
          .control()
          .create(
              ObservedKind.NETWORK_POLICY.ref("shop", "allow-shop", ""),
              policy,
              ClusterControl.Mode.REAL);
    }
    for (String path : touched()) {
      BEFORE.put(path, object(path));
    }
  }

  @Test
  @Order(1)
  void the_node_is_cordoned_labelled_held_and_tainted() throws IOException {
    Result planned =
        run(
            List.of("plan", "cordon", "--suspect", suspect, "--out", out("cordon")),
            "--taint",
            "always");
    assertThat(planned.status()).as("%s", planned.err()).isEqualTo(ExitStatus.HOLDS);
    Result applied = apply("cordon");
    assertThat(applied.status())
        .as("%s", applied.out() + applied.err())
        .isEqualTo(ExitStatus.HOLDS);
  }

  @Test
  @Order(2)
  void an_isolation_is_planned_with_its_ways_out_of_services() {
    Result planned =
        run(
            List.of("plan", "isolate", "--suspect", suspect, "--out", out("isolate")),
            "--services",
            "close",
            "--probe-image",
            "");
    assertThat(planned.status()).as("%s", planned.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(planned.out()).contains("deny-all").contains("T-05");
  }

  @Test
  @Order(3)
  void every_step_of_it_is_proven() throws IOException {
    Result applied = apply("isolate", "--waive", "T-44=the shop is closed anyway");
    assertThat(applied.status())
        .as("%s", applied.out() + applied.err())
        .isEqualTo(ExitStatus.HOLDS);
    assertThat(applied.out())
        .contains("new connections:         cannot tell")
        .contains("established connections: cannot tell")
        .contains("No probe was made.")
        .contains("T-35");
  }

  @Test
  @Order(3)
  void planned_again_for_its_case_it_is_proven_anew_and_changes_nothing() throws IOException {
    String folderOfCase = folder.resolve("case").toString();
    List<String> words = List.of("plan", "isolate", "--suspect", suspect, "--case", folderOfCase);
    Result nothing = run(words, "--probe-image", "", "--services", "close");
    assertThat(nothing.status()).isEqualTo(ExitStatus.HELD);
    assertThat(nothing.err()).contains("isolated by this case already").contains("T-35");

    Result again = run(words, "--services", "close", "--look-inside", "yes", "--out", out("again"));
    assertThat(again.status()).as("%s", again.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(again.out()).contains("I-01").contains("to it cannot tell").doesNotContain("Label");
    Result applied = apply("again", "--waive", "T-35=it has to be known");
    assertThat(applied.out() + applied.err())
        .contains("new connections:         cannot tell (to it cannot tell")
        .doesNotContain("T-35), which nobody waived");
  }

  @Test
  @Order(4)
  void the_same_objects_are_changed_now() throws PortException {
    for (String path : touched()) {
      assertThat(object(path)).as(path).isNotEqualTo(BEFORE.get(path));
    }
  }

  @Test
  @Order(5)
  void a_recovery_is_held_while_the_suspect_runs_and_nobody_says_what_was_closed()
      throws IOException {
    Result planned =
        run(
            List.of(
                "plan",
                "recover",
                "--case",
                folder.resolve("case").toString(),
                "--out",
                out("recover")));
    assertThat(planned.status()).as("%s", planned.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(planned.out()).contains("R-02").contains("R-03");
    Result held = apply("recover");
    assertThat(held.status()).as("%s", held.out() + held.err()).isEqualTo(ExitStatus.HELD);
  }

  @Test
  @Order(6)
  void a_recovery_takes_back_every_change_and_everything_equals_what_it_was()
      throws IOException, PortException {
    Result planned =
        run(
            List.of(
                "plan",
                "recover",
                "--case",
                folder.resolve("case").toString(),
                "--hardened",
                "the image was rebuilt without the shell",
                "--out",
                out("recover")));
    assertThat(planned.out()).as("%s", planned.err()).doesNotContain("R-02");
    Result applied =
        apply("recover", "--waive", "R-03=it is an exercise", "--waive", "T-47=so is this");
    assertThat(applied.status())
        .as("%s", applied.out() + applied.err())
        .isEqualTo(ExitStatus.HOLDS);
    for (String path : touched()) {
      assertThat(object(path)).as(path).isEqualTo(BEFORE.get(path));
    }
    assertThat(terminal.run("case", "verify", folder.resolve("case").toString()).status()).isZero();
    assertThat(terminal.run("case", "show", folder.resolve("case").toString()).out())
        .contains("Confirmed closed before the recovery: the image was rebuilt");
  }

  @Test
  @Order(7)
  void what_was_taken_back_is_not_taken_back_again() {
    Result again = run(List.of("plan", "recover", "--case", folder.resolve("case").toString()));
    assertThat(again.status()).as("%s", again.err()).isEqualTo(ExitStatus.HELD);
    assertThat(again.err()).contains("nothing");
  }

  private static String account() throws PortException {
    try (ClusterConnection connection = cluster()) {
      String name = suspect.substring(suspect.indexOf('/') + 1);
      return connection.reads().pod("shop", name).orElseThrow().shape().serviceAccount();
    }
  }

  @Test
  @Order(8)
  void a_binding_loses_the_account_and_its_token_is_deleted() throws IOException, PortException {
    ObjectRef binding =
        new ObjectRef("rbac.authorization.k8s.io/v1", "RoleBinding", "shop", "too-much", "");
    String subjects =
        "[{\"kind\":\"ServiceAccount\",\"name\":\"%s\",\"namespace\":\"shop\"},"
                .formatted(account())
            + "{\"kind\":\"User\",\"apiGroup\":\"rbac.authorization.k8s.io\",\"name\":\"eve\"}]";
    try (ClusterConnection connection = cluster()) {
      connection
          .control()
          .create(
              binding,
              "{\"apiVersion\":\"rbac.authorization.k8s.io/v1\",\"kind\":\"RoleBinding\","
                  + "\"metadata\":{\"name\":\"too-much\",\"namespace\":\"shop\"},"
                  + "\"roleRef\":{\"apiGroup\":\"rbac.authorization.k8s.io\",\"kind\":\"ClusterRole\","
                  + "\"name\":\"view\"},\"subjects\":"
                  + subjects
                  + "}",
              ClusterControl.Mode.REAL);
      connection
          .control()
          .create(
              new ObjectRef("v1", "Secret", "shop", "old-token", ""),
              "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"old-token\","
                  + "\"namespace\":\"shop\",\"annotations\":{\"kubernetes.io/service-account.name\":"
                  + "\"%s\"}},\"type\":\"kubernetes.io/service-account-token\"}"
                      .formatted(account()),
              ClusterControl.Mode.REAL);
    }
    BEFORE.put(BINDING_PATH, object(BINDING_PATH));
    Result planned =
        run(List.of("plan", "credentials", "--suspect", suspect, "--out", out("credentials")));
    assertThat(planned.status()).as("%s", planned.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(planned.out()).contains("too-much").contains("old-token").contains("T-33");
    Result applied = apply("credentials");
    assertThat(applied.status())
        .as("%s", applied.out() + applied.err())
        .isEqualTo(ExitStatus.HOLDS);
    assertThat(object(BINDING_PATH).path("subjects").size()).isEqualTo(1);
  }

  @Test
  @Order(9)
  void the_binding_is_given_back_as_it_was() throws IOException, PortException {
    Result planned =
        run(
            List.of(
                "plan",
                "recover",
                "--case",
                folder.resolve("case").toString(),
                "--hardened",
                "the shell is gone",
                "--out",
                out("recover")));
    assertThat(planned.status()).as("%s", planned.err()).isEqualTo(ExitStatus.HOLDS);
    Result applied = apply("recover", "--waive", "R-03=it is an exercise");
    assertThat(applied.status())
        .as("%s", applied.out() + applied.err())
        .isEqualTo(ExitStatus.HOLDS);
    assertThat(object(BINDING_PATH)).isEqualTo(BEFORE.get(BINDING_PATH));
  }

  @Test
  @Order(10)
  void a_disposal_is_held_until_the_evidence_of_the_suspect_is_kept_or_waived() throws IOException {
    Result planned = run(List.of("plan", "dispose", "--suspect", suspect, "--out", out("dispose")));
    assertThat(planned.status()).as("%s", planned.err()).isEqualTo(ExitStatus.HOLDS);
    Result held = apply("dispose");
    assertThat(held.status()).as("%s", held.out() + held.err()).isEqualTo(ExitStatus.HELD);
    assertThat(held.err()).contains("E-memory").contains("E-api-state");
  }

  @Test
  @Order(11)
  void the_owner_lets_go_and_the_suspect_ends_for_good() throws IOException, PortException {
    Result frozen = run(List.of("plan", "freeze", "--suspect", suspect, "--out", out("freeze")));
    assertThat(frozen.status()).as("%s", frozen.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(apply("freeze").status()).isEqualTo(ExitStatus.HOLDS);
    Result applied =
        apply(
            "dispose",
            "--waive",
            "E-memory=no agent on this node",
            "--waive",
            "E-processes=seen in the log",
            "--waive",
            "E-container-layer=the image is known");
    assertThat(applied.status())
        .as("%s", applied.out() + applied.err())
        .isEqualTo(ExitStatus.HOLDS);
    String name = suspect.substring(suspect.indexOf('/') + 1);
    assertThat(Files.readAllLines(folder.resolve("case/journal.jsonl")))
        .filteredOn(line -> line.contains("\"type\":\"waived\"") && line.contains("\"E-"))
        .hasSize(3)
        .allMatch(line -> line.contains("\"name\":\"" + name + "\",\"uid\":\""));
    try (ClusterConnection connection = cluster()) {
      assertThat(connection.reads().pod("shop", suspect.substring(suspect.indexOf('/') + 1)))
          .isEmpty();
      assertThat(connection.reads().podsOn(node))
          .noneMatch(pod -> pod.ref().name().startsWith("payments-"));
    }
  }
}
