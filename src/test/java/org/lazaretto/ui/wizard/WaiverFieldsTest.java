package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.execute.Waiver;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.Gallery;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.wizard.draft.Stage;

/** Two suspects of whom the same is missing: a field for each, and one reason for both by wish. */
class WaiverFieldsTest {
  private static final PodRef OTHER = new PodRef("shop", "checkout-6f7d-2", "uid-other");

  private final Gallery gallery = new Gallery();

  WaiverFieldsTest() throws Exception {}

  @AfterEach
  void the_wall_is_bare() throws Exception {
    gallery.close();
  }

  private static HoldReason memory(PodRef pod) {
    List<ObjectRef> objects = List.of(pod.object());
    String text =
        "The plan destroys evidence of the class memory before the case has it of %s."
            .formatted(pod.path());
    return new HoldReason("E-memory", objects, text, true);
  }

  /** The pages of which the waivers are looked at; the others are empty. */
  private static final class TwoPages implements PageMaker {
    @Override
    public Page page(Stage stage, WizardViewModel wizard) {
      return switch (stage) {
        case CONSEQUENCES -> new ConsequencesPage(wizard);
        case APPROVE -> new ApprovePage(wizard);
        case CHOOSE, PREVIEW, RUN, RESULT -> new Blank(new StackPane());
      };
    }

    @Override
    public List<Node> handOver(WizardViewModel wizard) {
      return List.of();
    }
  }

  private record Blank(Parent view) implements Page {
    @Override
    public void close() {}
  }

  @Test
  void a_reason_is_for_one_suspect_until_it_is_said_to_be_for_all() throws Exception {
    Walk walk = Walk.of(Wizard.DISPOSE, Clusters.cordonedShop().build());
    walk.work.guards = List.of(memory(Clusters.miner()), memory(OTHER));
    gallery.show(() -> new WizardDrawer(walk.wizard, new TwoPages(), walk.exit).view(), 520, 1000);
    gallery.hand.act(() -> walk.to(Stage.CONSEQUENCES));
    gallery.hand.type("waiverEmemoryField", "no agent stands on this node");

    TextField other = (TextField) gallery.hand.find("waiverEmemory-2Field");
    assertThat(other.getText()).isEmpty();
    assertThat(walk.obstacles()).anyMatch(text -> text.contains("E-memory"));
    List<String> broken = new ArrayList<>(gallery.hang("waivers-one"));

    gallery.hand.press("alikeEmemoryButton");
    assertThat(other.getText()).isEqualTo("no agent stands on this node");
    assertThat(gallery.hand.sees("alikeEmemoryButton")).isFalse();
    Label count = (Label) gallery.hand.find("countLabel");
    assertThat(count.getText()).contains(", 2 stops waived");
    gallery.hand.act(() -> walk.to(Stage.APPROVE));
    broken.addAll(gallery.hang("waivers-approve"));

    Label told = (Label) gallery.hand.find("waiverLabel");
    assertThat(told.getText()).contains(Clusters.miner().uid(), OTHER.uid());
    assertThat(walk.wizard.judgement().standing(walk.wizard.draft()))
        .filteredOn(waiver -> waiver.id().equals("E-memory"))
        .extracting(Waiver::about)
        .flatExtracting(about -> about.objects())
        .containsExactlyInAnyOrder(Clusters.miner().object(), OTHER.object());
    assertThat(broken).isEmpty();
  }
}
