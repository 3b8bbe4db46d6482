package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lazaretto.launch.Terminal.Result;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.port.ClusterConnection;
import org.lazaretto.port.PortException;
import org.lazaretto.range.Kubectl;

/**
 * The commands of a plan, pasted into a shell, do what the plan does: two clusters of one scenario,
 * one of which the program contains, the other one a shell with the real kubectl.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PastedCommandsTest {
  @TempDir static Path folder;
  private static final List<Shop> SHOPS = new ArrayList<>();
  private static String miner = "";
  private static String second = "";
  private static String third = "";
  private static final Set<String> NODES = new HashSet<>();
  private static final List<String> WAIVED =
      List.of(
          "E-api-state=an exercise",
          "E-memory=an exercise",
          "E-processes=an exercise",
          "E-container-layer=an exercise");

  @BeforeAll
  static void two_shops_in_which_the_same_pod_mines() throws Exception {
    Kubectl.isNeeded();
    for (String name : List.of("by-program", "by-hand")) {
      Path own = Files.createDirectory(folder.resolve(name));
      MinedShop mined = MinedShop.open(own);
      SHOPS.add(new Shop(mined.world(), own));
      miner = mined.suspect();
    }
    sameState();
  }

  @AfterAll
  static void they_end() {
    SHOPS.forEach(shop -> shop.world().close());
  }

  private static Shop byProgram() {
    return SHOPS.getFirst();
  }

  private static Shop byHand() {
    return SHOPS.getLast();
  }

  /** Plans the same in both, carries it out in one and pastes it in the other, and compares. */
  private static void same(String wizard, List<String> options, List<String> waivers)
      throws Exception {
    List<String> steps = byProgram().plan(wizard, options);
    assertThat(byHand().plan(wizard, options)).isEqualTo(steps);
    same(byProgram(), byHand(), waivers);
  }

  private static void same(Shop program, Shop hand, List<String> waivers) throws Exception {
    applied(program, waivers);
    pasted(hand);
  }

  private static void pasted(Shop hand) throws Exception {
    Result pasted = hand.paste();
    assertThat(pasted.status()).as("%s", pasted.out()).isZero();
    sameState();
  }

  private static void applied(Shop shop, List<String> waivers) throws Exception {
    Result applied = shop.apply(waivers);
    assertThat(applied.status()).as("%s", applied.out() + applied.err()).isZero();
  }

  /** Evicted pods and new ones take the clusters' time. */
  private static void sameState() throws PortException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    List<String> differences = differences();
    for (int i = 0; i < 100 && !differences.isEmpty(); i++) {
      assertThat(never.await(200, TimeUnit.MILLISECONDS)).isFalse();
      differences = differences();
    }
    assertThat(differences).isEmpty();
  }

  private static List<String> differences() throws PortException {
    return ShopState.differences(ShopState.of(byProgram()), ShopState.of(byHand()));
  }

  private static List<String> suspect(String pod, String... more) {
    return Stream.concat(Stream.of("--suspect", pod), Stream.of(more)).toList();
  }

  @Test
  @Order(0)
  void what_an_evacuation_would_do_is_printed_before_the_node_is_cordoned() {
    String there = byProgram().world().kubeconfig().toString();

    Result ahead =
        new Terminal().run("plan", "evacuate", "--suspect", miner, "--kubeconfig", there);

    assertThat(ahead.status()).as("%s", ahead.err()).isEqualTo(ExitStatus.HELD);
    assertThat(ahead.out()).startsWith("first: cordon ip-").contains("* moves 1 of 1");
    assertThat(ahead.err()).contains("cordon it first");
  }

  /** All at once: nothing comes to stand on a closed node, so that both shops empty the same. */
  @Test
  @Order(1)
  void cordoning() throws Exception {
    Map<String, String> places = byProgram().podsOf("shop", "payments");
    places.forEach((node, pod) -> {
      if (pod.equals(miner)) {
        NODES.add(node);
      }
    });
    third = apart("stock-import");
    second = apart("cart");
    same(
        "cordon",
        suspect(miner, "--suspect", second, "--suspect", third, "--taint", "always"),
        List.of());
  }

  @Test
  @Order(2)
  void isolating_with_a_look_inside_before_and_after() throws Exception {
    List<String> options =
        suspect(miner, "--services", "close", "--quarantine", "case-7", "--look-inside", "yes");
    assertThat(byHand().plan("isolate", options)).isEqualTo(byProgram().plan("isolate", options));

    Result applied = byProgram().apply(List.of("T-44=shut", "T-35=an exercise"));
    assertThat(applied.err() + applied.out())
        .as("what stood before still stands, which only a look inside tells")
        .contains("now no connection is made")
        .contains("does-not-hold");
    pasted(byHand());
    assertThat(Files.readString(byHand().folder().resolve("out.txt")))
        .as("what was asked inside came to an answer")
        .contains("S-002 ended with 0", "local_address", "S-007 ended with 1");
  }

  private static List<String> waiving(String... more) {
    return Stream.concat(WAIVED.stream(), Stream.of(more)).toList();
  }

  /** A pod of that application, the same in both, on a node where none of the others stands. */
  private static String apart(String app) throws PortException {
    Map<String, String> pods = byProgram().podsOf("shop", app);
    pods.values().retainAll(byHand().podsOf("shop", app).values());
    pods.keySet().removeAll(NODES);
    Map.Entry<String, String> found = pods.entrySet().iterator().next();
    NODES.add(found.getKey());
    return found.getValue();
  }

  /** A pod of that application, the same in both. */
  private static String any(String app) throws PortException {
    Map<String, String> pods = byProgram().podsOf("shop", app);
    pods.values().retainAll(byHand().podsOf("shop", app).values());
    return pods.values().stream().filter(pod -> !pod.equals(miner)).findFirst().orElseThrow();
  }

  @Test
  @Order(3)
  void evacuating_by_a_drain_and_one_application_by_evictions() throws Exception {
    String singly = beside(miner);
    same(
        "evacuate",
        suspect(
            miner,
            "--empty-dir",
            "evict",
            "--method",
            "drain",
            "--workload",
            "shop/Deployment/" + singly + "=evict"),
        waiving("T-44=agreed"));
    try (Stream<Path> papers = Files.list(byHand().folder().resolve("papers"))) {
      Path script = papers.filter(p -> p.toString().endsWith(".sh")).findFirst().orElseThrow();
      List<String> lines =
          Files.readAllLines(script).stream().filter(l -> l.contains("kubectl")).toList();
      assertThat(lines).filteredOn(line -> line.contains(" drain ")).hasSize(1);
      assertThat(lines).filteredOn(line -> line.contains("/eviction")).hasSize(1);
    }
  }

  /** An application of which a pod stands on that pod's node, in both. */
  private static String beside(String pod) throws PortException {
    for (String app : List.of("search", "catalog", "orders", "web", "checkout")) {
      String node = nodeOf(byProgram(), pod);
      if (byProgram().podsOf("shop", app).containsKey(node)
          && byHand().podsOf("shop", app).containsKey(node)) {
        return app;
      }
    }
    throw new AssertionError("no application stands beside " + pod);
  }

  private static String nodeOf(Shop shop, String pod) throws PortException {
    return shop.podsOf("shop", "payments").entrySet().stream()
        .filter(entry -> entry.getValue().equals(pod))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Order(4)
  void evacuating_by_restarts() throws Exception {
    same("evacuate", suspect(second, "--method", "restart"), waiving("T-44=agreed"));
  }

  @Test
  @Order(5)
  void evacuating_by_a_taint() throws Exception {
    same("evacuate", suspect(third, "--method", "taint"), waiving("T-44=agreed", "T-17=agreed"));
  }

  @Test
  @Order(6)
  void taking_rights_and_tokens_away() throws Exception {
    for (Shop shop : SHOPS) {
      rights(shop);
    }
    same("credentials", suspect(miner), List.of());
  }

  private static void rights(Shop shop) throws PortException {
    String account;
    try (ClusterConnection connection = shop.connect()) {
      account =
          connection
              .reads()
              .pod("shop", miner.substring(miner.indexOf('/') + 1))
              .orElseThrow()
              .shape()
              .serviceAccount();
    }
    shop.create(
        new ObjectRef("rbac.authorization.k8s.io/v1", "RoleBinding", "shop", "too-much", ""),
        """
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding",
        "metadata":{"name":"too-much","namespace":"shop"},
        "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"view"},
        "subjects":[{"kind":"ServiceAccount","name":"%s","namespace":"shop"},
        {"kind":"User","apiGroup":"rbac.authorization.k8s.io","name":"eve"}]}\
        """
            .formatted(account));
    shop.create(
        new ObjectRef("v1", "Secret", "shop", "old-token", ""),
        """
        {"apiVersion":"v1","kind":"Secret","type":"kubernetes.io/service-account-token",
        "metadata":{"name":"old-token","namespace":"shop",
        "annotations":{"kubernetes.io/service-account.name":"%s"}}}\
        """
            .formatted(account));
  }

  @ParameterizedTest
  @CsvSource({
    "restart,checkout",
    "orphan,payments",
    "foreground,mail",
    "scale,rabbitmq",
    "pods,catalog"
  })
  @Order(7)
  void disposing(String way, String app) throws Exception {
    same(
        "dispose",
        suspect(any(app), "--way", way),
        waiving("T-44=agreed", "T-10=agreed", "T-20=agreed", "T-35=agreed"));
  }

  @Test
  @Order(8)
  void recovering_what_the_program_changed_in_both() throws Exception {
    List<Shop> again = new ArrayList<>();
    Map<String, String> agents = byProgram().podsOf("platform", "log-agent");
    agents.keySet().removeAll(NODES);
    String suspect = agents.values().iterator().next();
    for (Shop shop : SHOPS) {
      Path own = Files.createDirectory(shop.folder().resolve("again"));
      Shop other = new Shop(shop.world(), own);
      again.add(other);
      other.plan("cordon", suspect(suspect, "--taint", "always", "--label", "yes"));
      applied(other, List.of());
      other.plan("isolate", suspect(suspect, "--probe-image", "", "--quarantine", "case-8"));
      applied(other, List.of("T-44=shut"));
      other.plan("recover", List.of("--case", other.place(), "--hardened", "the tag is pinned"));
    }
    same(
        again.getFirst(),
        again.getLast(),
        List.of("R-03=an exercise", "T-47=an exercise", "T-11=an exercise"));
  }
}
