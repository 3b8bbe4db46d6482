package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.adapter.kubernetes.KubeconfigDirectory;
import org.lazaretto.adapter.practice.LocalWorlds;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Wizard;
import org.lazaretto.plan.order.Answer;
import org.lazaretto.plan.order.Answer.Reply;
import org.lazaretto.plan.order.NamedOrder;
import org.lazaretto.plan.order.Proposal;
import org.lazaretto.plan.order.Question;
import org.lazaretto.port.PracticeWorlds;

/** What the window may ask of an open incident besides plans: order, rights, paper work. */
class OffersTest {
  @TempDir Path home;

  @Test
  void order_rights_and_paper_work_are_values_of_an_open_incident() throws Exception {
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        PracticeWorlds.World world =
            new LocalWorlds()
                .start(
                    new PracticeWorlds.Wish(
                        "", Optional.of(new PracticeWorlds.Size(3, 12, 1)), home, 20))) {
      world.awaitSettled(Duration.ofSeconds(60));
      Workstation workstation = workstation(world, workers);
      Rights before = workstation.rights("generated");

      assertThat(before.matrix().complete()).isTrue();
      assertThat(before.missing()).isEmpty();

      try (Incident incident = workstation.open("generated", Optional.of(home.resolve("case")))) {
        incident.awaitSettled(Duration.ofSeconds(1));
        ordered(incident);
        assertThat(incident.rights().matrix()).isEqualTo(before.matrix());
        paperWork(incident);
      }
    }
  }

  private Workstation workstation(PracticeWorlds.World world, ExecutorService workers) {
    return new Workstation(
        new Workstation.Doors(
            new KubeconfigDirectory(Optional.of(world.kubeconfig())),
            new LocalWorlds(),
            new CaseFolders(home)),
        new Workplace(
            new Author("ada", "ada", "desk", "1", "0"),
            new CaseClock(InstantSource.system(), System::nanoTime),
            workers));
  }

  private static void ordered(Incident incident) throws SessionException {
    Proposal shown = incident.orders(Map.of(Question.HARM, Reply.YES));
    incident.choose(shown, NamedOrder.QUIET, "we watch it first");

    assertThat(shown.proposed()).isEqualTo(NamedOrder.STOP_THE_HARM);
    assertThat(incident.journal().getLast().entry())
        .isInstanceOfSatisfying(
            Entry.OrderChosen.class,
            chosen -> {
              assertThat(chosen.order()).isEqualTo("quiet");
              assertThat(chosen.proposed()).isEqualTo("stop-the-harm");
              assertThat(chosen.answers()).hasSize(4);
              assertThat(chosen.replies()).hasSize(4);
              assertThat(OrderChoice.given(chosen))
                  .containsExactly(Map.entry(Question.HARM, Answer.Reply.YES));
            });
  }

  private static void paperWork(Incident incident) throws Exception {
    Pod suspect = seen(incident);
    Plan plan = incident.plan(PlanWish.of(Wizard.CORDON, List.of(suspect.ref().path()), List.of()));
    List<PaperWork.Checked> checked =
        incident.doneElsewhere(
            plan, List.of("S-001"), new PaperWork.Told("Grace", Instant.EPOCH, "by hand"));

    assertThat(checked)
        .singleElement()
        .satisfies(one -> assertThat(one.verdict()).isInstanceOf(Verdict.DoesNotHold.class));
    assertThat(PaperWork.left(plan, incident.journal()))
        .as("what was said to be done and is not so is left")
        .extracting(step -> step.id().toString())
        .contains("S-001");
  }

  private static Pod seen(Incident incident) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (incident.snapshot().podCount() < 12 || incident.snapshot().nodes().isEmpty()) {
      assertThat(System.nanoTime()).as("waited in vain for the pods").isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
    return incident.snapshot().pods().iterator().next();
  }
}
