package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.session.CaseDesk;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.Sight;

/** What the start page says of contexts and cases, good and bad, and what it asks. */
class StartPageTest extends WindowTest {
  private void kubeconfig(String text) throws Exception {
    Files.writeString(home.resolve("kubeconfig"), text);
  }

  private void contextOn(int port) throws Exception {
    kubeconfig(
        """
        current-context: lab
        clusters: [{name: c, cluster: {server: "https://127.0.0.1:%d"}}]
        contexts: [{name: lab, context: {cluster: c, user: u}}]
        users: [{name: u, user: {token: t}}]
        """
            .formatted(port));
  }

  private static int unusedPort() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static String text(String id) {
    return Sight.of(id).map(Sight::text).orElse("");
  }

  private void key(KeyCode code) throws InterruptedException {
    hand.act(() -> {
      javafx.scene.Node target =
          Optional.ofNullable(scene().getFocusOwner()).orElse(scene().getRoot());
      target.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    });
  }

  @Test
  void a_malformed_kubeconfig_is_said_and_the_range_is_still_there() throws Exception {
    kubeconfig("contexts: [\n  oops: }");
    open(new Opening.Start());
    hand.find("start-cryptominer-eks");
    hand.until("the reason", () -> text("contextBox").contains("not valid YAML"));
    looksRight("start-malformed");
  }

  @Test
  void a_server_that_nobody_runs_is_not_reachable_and_its_details_say_why() throws Exception {
    contextOn(unusedPort());
    open(new Opening.Start());
    hand.find("context-lab");
    hand.until("the answer", () -> text("context-lab").contains("the connection is refused"));
    assertThat(hand.read("open-lab")).isEqualTo("Details…");
    hand.press("open-lab");
    assertThat(hand.read("reachLabel")).contains("the connection is refused");
    looksRight("start-open");
    key(KeyCode.ESCAPE);
    hand.until("the sheet is gone", () -> Sight.of("reachLabel").isEmpty());
  }

  @Test
  void rights_are_asked_for_before_an_incident_and_what_prevents_it_is_said() throws Exception {
    contextOn(unusedPort());
    open(new Opening.Start());
    hand.press("rights-lab");
    hand.until("the sheet", () -> text("titleLabel").equals("What you may do on lab"));
    hand.until("what is not known", () -> text("summaryLabel").contains("cannot be told"));
    looksRight("start-rights");
    hand.press("closeButton");
    hand.until("the sheet is gone", () -> Sight.of("summaryLabel").isEmpty());
    assertThat(Files.exists(home.resolve("IR-2026-001"))).isFalse();
  }

  @Test
  void what_is_missing_to_open_a_case_is_said_before_it_is_opened() throws Exception {
    contextOn(unusedPort());
    open(new Opening.Start());
    hand.press("open-lab");
    hand.type("idField", "../outside");
    hand.until("why not", () -> text("problemLabel").contains("letters, digits"));
    assertThat(hand.see(() -> Sight.of("openButton").orElseThrow().isDisabled())).isTrue();
    desktop.choose(home.resolve("elsewhere"));
    hand.press("browseButton");
    hand.until("it may be opened", () -> text("problemLabel").isEmpty());
  }

  @Test
  void a_recent_case_shows_its_state_and_a_damaged_one_what_is_wrong() throws Exception {
    Path folder = home.resolve("IR-2026-001");
    CaseInfo info = new CaseInfo("IR-2026-001", "Miner", "", "", false);
    CaseDesk.create(new CaseFolders(home).at(folder), info, workstation().place()).close();
    open(new Opening.Start());
    hand.find("caseTable");
    hand.until("the case", () -> text("caseTable").contains("✓ 2 lines"));
    looksRight("start-cases");
    Path journal = folder.resolve("journal.jsonl");
    Files.writeString(journal, Files.readString(journal).replace("Miner", "Nobody"));
    hand.act(
        () -> ((TableView<?>) Sight.of("caseTable").orElseThrow()).getSelectionModel().select(0));
    hand.press("verifyButton");
    hand.until("what is wrong", () -> text("resultLabel").startsWith("✕ The case does not hold"));
    looksRight("start-verified");
    hand.press("closeButton");
    hand.until("the table", () -> text("caseTable").contains("✕ broken"));
    looksRight("start-damaged");
    hand.press("showFolderButton");
    assertThat(desktop.shown()).containsExactly(folder);
  }
}
