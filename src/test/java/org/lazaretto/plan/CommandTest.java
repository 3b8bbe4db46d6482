package org.lazaretto.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;

class CommandTest {
  /** What a shell makes of the line: each word it passes on, ended by a NUL. */
  private static List<String> shell(String line) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    List<String> words = new ArrayList<>(List.of(out.split("\0", -1)));
    words.removeLast();
    return words;
  }

  private static List<String> echoed(List<String> words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("printf", "%s\\0"));
    all.addAll(words);
    return shell(Command.of(all).shell());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "",
        "two words",
        "it's",
        "''",
        "\\",
        "$HOME $(id) `id`",
        "a;b&c|d>e<f",
        "line\nbreak\n",
        "tab\t*?[a]~",
        "!history",
        "größe 字 \uD83D\uDC1B",
        "#no comment",
        "-n"
      })
  void a_shell_passes_on_every_word_as_it_is(String word) throws Exception {
    assertThat(echoed(List.of(word, "end"))).containsExactly(word, "end");
  }

  @Test
  void random_words_survive_the_shell() throws Exception {
    Random random = new Random(42);
    String letters = "ab '\"\\$`\n\t;&|<>(){}[]*?~#!=%-é字";
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      StringBuilder word = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        word.append(letters.charAt(random.nextInt(letters.length())));
      }
      words.add(word.toString());
    }

    assertThat(echoed(words)).isEqualTo(words);
  }

  @Test
  void standard_input_arrives_byte_for_byte() throws Exception {
    String input = "{\"a\":\"it's %s \\n $x\"}\nsecond";
    Command command = new Command(List.of("tr", "-d", "\\000"), Optional.of(input));

    assertThat(shell(command.shell() + "; printf '\\0'")).containsExactly(input);
  }

  @Test
  void every_command_of_a_card_hits_the_plans_cluster() {
    Step step = new NodeStep.CordonNode(new StepId(1), new NodeRef("n; rm -rf /", "uid"), false);

    assertThat(Cards.of(Clusters.IDENTITY, step).command().shell())
        .isEqualTo("kubectl --context practice cordon 'n; rm -rf /'");
    assertThat(Cards.inverse(Clusters.IDENTITY, step))
        .isInstanceOfSatisfying(
            Inverse.Exact.class,
            exact ->
                assertThat(exact.command().words())
                    .startsWith("kubectl", "--context", "practice", "uncordon"));
  }

  @Test
  void a_hostile_name_stays_inside_its_json_text_and_its_path() {
    PodRef pod = new PodRef("a", "x\",\"y\":\"/../z", "u\n");
    Step step = new EvacuateStep.EvictPod(new StepId(1), pod, new NodeRef("n", "u"), pod.object());

    Command command = Cards.of(Clusters.IDENTITY, step).command();

    assertThat(command.input().orElseThrow())
        .contains("\"name\":\"x\\\",\\\"y\\\":\\\"/../z\"")
        .contains("\"uid\":\"u\\n\"");
    assertThat(command.words())
        .contains("/api/v1/namespaces/a/pods/x%22%2C%22y%22%3A%22%2F..%2Fz/eviction");
  }

  @Test
  void a_node_found_cordoned_needs_no_way_back() {
    Step step = new NodeStep.CordonNode(new StepId(1), new NodeRef("n", "u"), true);

    assertThat(Cards.inverse(Clusters.IDENTITY, step)).isInstanceOf(Inverse.None.class);
  }

  @Test
  void paths_use_the_plural_of_the_kind() {
    assertThat(RawPath.of(new ObjectRef("v1", "Node", "", "n", "u"))).isEqualTo("/api/v1/nodes/n");
    assertThat(RawPath.of(new ObjectRef("batch/v1", "CronJob", "a", "n", "u")))
        .isEqualTo("/apis/batch/v1/namespaces/a/cronjobs/n");
    assertThat(RawPath.of(new ObjectRef("x.io/v1", "Policy", "a", "..", "u")))
        .isEqualTo("/apis/x.io/v1/namespaces/a/policies/%2E%2E");
  }
}
