package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.graph.MapMarks;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.JournalException;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.StepId;

class PicturesTest {
  private static final String WEB = "shop/web-6f7d-1";

  private final Stage stage = Stage.of(Clusters.shop());
  private final ClusterSnapshot before = stage.before;
  private final ClusterSnapshot cordoned =
      before.with(List.of(Changes.cordoned(before.node("node-a1").orElseThrow())));

  private Pictures pictures(Plan plan) {
    return new Pictures(plan, before, stage.journal, stage.time.timing(), "lazaretto test");
  }

  private List<EvidenceItem> kept() {
    return stage.journal.entries(Entry.EvidenceTaken.class).stream()
        .map(Entry.EvidenceTaken::item)
        .toList();
  }

  @Test
  void the_map_is_kept_before_and_after_with_what_is_to_be_seen_on_it() throws Exception {
    Plan plan = stage.cordon("node-a1").plan();
    Pictures pictures = pictures(plan);

    pictures.keep(Pictures.Moment.BEFORE, before, List.of(Clusters.miner()));
    pictures.keep(Pictures.Moment.AFTER, cordoned, List.of(Clusters.miner()));

    assertThat(kept())
        .extracting(item -> item.draft().description())
        .containsExactly(
            "map before the plan to evacuate: 4 nodes, 0 of them cordoned; 19 pods, 1 of them suspect",
            "map after the plan to evacuate: 4 nodes, 1 of them cordoned; 19 pods, 1 of them suspect");
    assertThat(kept())
        .allSatisfy(item -> {
          assertThat(item.draft().mediaType()).isEqualTo("image/png");
          assertThat(item.draft().source().uid()).isEqualTo(Clusters.IDENTITY.uid());
          assertThat(item.draft().method()).contains(plan.fingerprint());
        });
    assertThat(kept().get(0).sha256()).isNotEqualTo(kept().get(1).sha256());
  }

  @Test
  void nothing_changes_its_place_between_two_drawings() throws Exception {
    ClusterSnapshot gone =
        before.without(
            ObservedKind.POD, List.of(before.pod("shop", "web-6f7d-1").orElseThrow().ref().uid()));
    MapDrawing drawing = new MapDrawing(before);
    BufferedImage first = image(drawing.draw(before, MapMarks.NONE));
    BufferedImage second = image(drawing.draw(gone, MapMarks.NONE));
    BufferedImage again = image(drawing.draw(before, MapMarks.NONE));

    assertThat(second.getWidth()).isEqualTo(first.getWidth()).isEqualTo(2 * 788);
    assertThat(differing(first, second)).isBetween(1, first.getWidth() * first.getHeight() / 10);
    assertThat(differing(first, again)).isZero();
  }

  private static BufferedImage image(byte[] png) throws java.io.IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static int differing(BufferedImage one, BufferedImage other) {
    int differing = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        differing += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
      }
    }
    return differing;
  }

  @Test
  void a_picture_that_cannot_be_drawn_is_a_gap_and_holds_nothing_up() throws Exception {
    Plan plan = stage.cordon("node-a1").plan();

    BiFunction<ClusterSnapshot, MapMarks, byte[]> broken =
        (_, _) -> {
          throw new IllegalStateException("no fonts");
        };
    new Pictures(plan, broken, stage.journal, stage.time.timing(), "lazaretto test")
        .keep(Pictures.Moment.BEFORE, before, List.of());

    assertThat(stage.journal.entries(Entry.Gap.class))
        .singleElement()
        .isEqualTo(
            new Entry.Gap(
                "map before the plan to evacuate",
                "it could not be drawn: java.lang.IllegalStateException: no fonts"));
  }

  @Test
  void a_journal_that_takes_no_picture_is_told_so_that_nothing_is_sent() {
    stage.journal.failOn(Entry.EvidenceTaken.class::isInstance);
    Pictures pictures = pictures(stage.cordon("node-a1").plan());

    assertThatThrownBy(() -> pictures.keep(Pictures.Moment.BEFORE, before, List.of()))
        .isInstanceOf(JournalException.class);
  }

  @Test
  void a_plan_that_only_reads_needs_no_picture() {
    assertThat(Pictures.worthwhile(stage.keep("/api/v1/nodes").plan())).isFalse();
    assertThat(Pictures.worthwhile(stage.cordon("node-a1").plan())).isTrue();
  }

  @Test
  void a_picture_waits_until_what_was_done_is_seen() {
    Plan plan = stage.cordon("node-a1").evict(WEB).prove("node-a1").plan();
    RunResult done =
        new RunResult.AllHold(
            plan.steps().stream()
                .map(step ->
                    new StepResult(
                        step, new StepOutcome.Done("so"), Optional.empty(), Standing.HOLDS))
                .toList());
    String web = stage.pod(WEB).ref().uid();

    assertThat(Pictures.effects(done).test(before)).isFalse();
    assertThat(Pictures.effects(done).test(cordoned)).isFalse();
    assertThat(Pictures.effects(done).test(cordoned.without(ObservedKind.POD, List.of(web))))
        .isTrue();
  }

  @Test
  void the_picture_after_a_recovery_waits_until_the_node_takes_pods_again() {
    ContainStep uncordon =
        new ContainStep.EditFields(
            new StepId(1),
            new ObjectRef("v1", "Node", "", "node-a1", "n-1"),
            Purpose.UNCORDON,
            List.of(
                new FieldEdit.Value("/spec/unschedulable", Optional.of("true"), Optional.empty())),
            List.of());
    RunResult done =
        new RunResult.AllHold(
            List.of(
                new StepResult(
                    uncordon, new StepOutcome.Done("so"), Optional.empty(), Standing.HOLDS)));

    assertThat(Pictures.effects(done).test(cordoned)).isFalse();
    assertThat(Pictures.effects(done).test(before)).isTrue();
  }

  @Test
  void what_was_refused_is_not_waited_for() {
    Plan plan = stage.evict(WEB).plan();
    RunResult refused =
        new RunResult.Broken(
            List.of(
                new StepResult(
                    plan.steps().getFirst(),
                    new StepOutcome.Refused("a budget", true),
                    Optional.empty(),
                    Standing.BROKEN)));

    assertThat(Pictures.effects(refused).test(before)).isTrue();
  }
}
