package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.launch.Terminal.Result;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Usual;
import org.lazaretto.plan.Wizard;
import org.lazaretto.plan.json.PlanJson;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Shutting;

/** The window asks for what the command line asks for, as long as nobody chooses otherwise. */
class SameDefaultsTest {
  @TempDir static Path folder;
  private static PracticeWorlds.World world;
  private static String suspect = "";
  private static final Terminal TERMINAL = new Terminal();

  @BeforeAll
  static void a_cluster_whose_suspect_stands_on_a_cordoned_node() throws Exception {
    MinedShop shop = MinedShop.open(folder);
    world = shop.world();
    suspect = shop.suspect();
    String file = folder.resolve("cordon.json").toString();
    Plan cordon = PlanJson.read(plan("cordon", "--json", "--out", file).out());
    Result applied =
        TERMINAL.run(
            "apply",
            "--kubeconfig",
            world.kubeconfig().toString(),
            file,
            "--case",
            folder.resolve("case").toString(),
            "--approve",
            cordon.fingerprint());
    assertThat(applied.status()).as(applied.err()).isEqualTo(ExitStatus.HOLDS);
  }

  @AfterAll
  static void the_world_ends() throws PortException {
    world.close();
  }

  private static Result plan(String wizard, String... more) {
    String[] words = {
      "plan", wizard, "--kubeconfig", world.kubeconfig().toString(), "--suspect", suspect
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return TERMINAL.run(all);
  }

  @ParameterizedTest
  @EnumSource(
      value = Wizard.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RECOVER", "CREDENTIALS"})
  void both_faces_ask_for_the_same(Wizard wizard) throws Exception {
    Result result = plan(wizard.word(), "--json");
    assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.HOLDS);
    Plan byCommand = PlanJson.read(result.out());

    Draft draft = Draft.of(wizard, byCommand.suspects(), "ana");
    if (byCommand.request() instanceof Request.Isolate isolate) {
      draft = draft.with(Shutting.usual(isolate.quarantine()));
    }

    assertThat(draft.request()).contains(byCommand.request());
  }

  @ParameterizedTest
  @EnumSource(Wizard.class)
  void the_window_starts_from_what_is_usual(Wizard wizard) {
    List<PodRef> suspects = List.of(Clusters.miner());

    assertThat(Draft.of(wizard, suspects, "ana").request())
        .contains(Usual.request(wizard, suspects, Quarantine.of(suspects)));
  }
}
