package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.RunResult;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.PodRun;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.Gallery;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.wizard.draft.Ending;
import org.lazaretto.ui.wizard.draft.Stage;

/** Where the focus is when the keyboard alone walks through a wizard's pages. */
class DrawerFocusTest {
  private final Gallery gallery = new Gallery();

  DrawerFocusTest() throws Exception {}

  @AfterEach
  void the_wall_is_bare() throws Exception {
    gallery.close();
  }

  /** The pages of which the focus is looked at; the others are a button each. */
  private static final class FewPages implements PageMaker {
    @Override
    public Page page(Stage stage, WizardViewModel wizard) {
      return switch (stage) {
        case PREVIEW -> new PreviewPage(wizard);
        case RUN -> new RunPage(wizard.run().orElseThrow());
        case RESULT -> new ResultPage(wizard, wizard.run().orElseThrow(), _ -> {});
        case CHOOSE, CONSEQUENCES, APPROVE -> new OneButton();
      };
    }

    @Override
    public List<Node> handOver(WizardViewModel wizard) {
      Button sheet = new Button("sheet");
      sheet.setId("sheetButton");
      return List.of(new Button("script"), sheet);
    }
  }

  private static final class OneButton implements Page {
    private final StackPane view = new StackPane(new Button("one"));

    @Override
    public Parent view() {
      return view;
    }

    @Override
    public void close() {}
  }

  private void show(Walk walk) throws Exception {
    gallery.show(() -> new WizardDrawer(walk.wizard, new FewPages(), walk.exit).view(), 460, 700);
    gallery.hand.act(() -> gallery.scene().lookup("#closeButton").requestFocus());
  }

  @Test
  void arrows_unfold_and_fold_what_a_step_causes_and_go_to_the_next_one() throws Exception {
    Walk walk = Walk.of(Wizard.EVACUATE, Clusters.cordonedShop().build());
    gallery.show(() -> new ConsequencesPage(walk.to(Stage.CONSEQUENCES).wizard).view(), 520, 500);
    VBox folds = (VBox) gallery.hand.find("foldBox");
    ConcernFold first = (ConcernFold) folds.getChildren().getFirst();
    Node head = first.getChildren().getFirst();

    gallery.hand.act(() -> turned(head, KeyCode.LEFT));
    assertThat(first.getChildren()).hasSize(1);
    assertThat(head.getAccessibleText()).contains("Folded; Enter or the right arrow");
    gallery.hand.act(() -> turned(head, KeyCode.RIGHT));
    assertThat(first.getChildren()).hasSizeGreaterThan(1);
    gallery.hand.act(() -> turned(head, KeyCode.DOWN));
    assertThat(((ConcernFold) folds.getChildren().get(1)).getChildren().getFirst().isFocused())
        .isTrue();
  }

  private static void turned(Node head, KeyCode key) {
    head.requestFocus();
    head.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }

  private String focused() {
    return gallery.scene().getFocusOwner().getId();
  }

  @Test
  void a_plan_that_only_hands_can_carry_out_offers_its_sheet_first() throws Exception {
    FakeWork work = new FakeWork(Clusters.shop().build());
    work.containers =
        List.of(
            new PodRun(
                Clusters.miner(),
                "Always",
                List.of(new ContainerRun("app", "containerd://4f", 0, true, true))));
    Walk walk = Walk.of(Wizard.DISPOSE, work);
    walk.wizard.change(draft -> draft.with(draft.how().with(new Ending(Disposal.STOP, ""))));
    show(walk);
    gallery.hand.act(() -> walk.to(Stage.PREVIEW));

    assertThat(walk.main().enabled()).isFalse();
    assertThat(gallery.hand.see(this::focused)).isEqualTo("sheetButton");
  }

  @Test
  void a_cancelled_run_keeps_the_focus_in_the_drawer_and_ends_on_the_main_button()
      throws Exception {
    Walk walk = Walk.of(Wizard.CORDON, Clusters.shop().build());
    List<String> seen = new ArrayList<>();
    walk.work.run =
        (_, _, cancellation) -> {
          Button cancel = (Button) gallery.scene().lookup("#cancelButton");
          cancel.requestFocus();
          cancel.fire();
          assertThat(cancellation.wanted()).isTrue();
          seen.add(focused());
          return new RunResult.Cancelled(List.of());
        };
    show(walk);
    gallery.hand.act(() -> walk.to(Stage.RESULT));

    assertThat(seen).containsExactly("runList");
    assertThat(gallery.hand.see(this::focused)).isEqualTo("mainButton");
  }
}
