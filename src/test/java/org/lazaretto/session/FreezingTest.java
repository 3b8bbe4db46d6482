package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.kubernetes.ConnectionRequest;
import org.lazaretto.adapter.kubernetes.KubernetesConnection;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.execute.RunResult;
import org.lazaretto.fixture.Brisk;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.PodRef;
import org.lazaretto.range.http.Faults.Fault;
import org.lazaretto.range.http.Faults.Match;
import org.lazaretto.range.http.Faults.Turn;

/** A freeze that begins by itself says once what holds it, and goes on when that is gone. */
class FreezingTest {
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  @TempDir private static Path folder;
  private static Ground ground;
  private static Plot plot;

  @BeforeAll
  static void open() throws Exception {
    ground = new Ground(folder.resolve("range"), place());
    plot = ground.plot("freezing");
  }

  @AfterAll
  static void close() throws Exception {
    ground.close();
    THREADS.close();
  }

  private static Workplace place() {
    return new Workplace(
        new Author("tester", "tester", "test", "1", "test"),
        new CaseClock(InstantSource.system(), System::nanoTime),
        new Brisk(),
        THREADS);
  }

  private Responder responder() throws SessionException {
    return Responder.on(ground, place(), folder.resolve("case-" + System.nanoTime()), plot);
  }

  private static List<Entry> entries(Responder responder, Class<? extends Entry> type) {
    return responder.desk.journal().lines().stream()
        .map(JournalLine::entry)
        .filter(type::isInstance)
        .map(Entry.class::cast)
        .toList();
  }

  private static RunResult freeze(ClusterSession session, Responder responder, PodRef pod)
      throws SessionException {
    return new Freezing(session, responder.desk, place(), Progress.SILENT)
        .of(pod, new Cancellation());
  }

  @Test
  void a_suspect_that_is_seen_is_frozen_without_a_word_of_holding() throws Exception {
    try (Responder responder = responder()) {
      RunResult result = freeze(ground.session, responder, responder.suspect.ref());

      assertThat(result).as(result.summary()).isInstanceOf(RunResult.AllHold.class);
      assertThat(entries(responder, Entry.Held.class)).isEmpty();
    }
  }

  @Test
  void while_the_pods_are_not_listed_it_says_so_once_and_then_goes_on() throws Exception {
    ground.range.faults().strike(Match.of("list", "pods"), Turn.all(), Fault.unavailable());
    try (Responder responder = responder();
        ClusterSession blind =
            ClusterSession.begin(
                KubernetesConnection.open(
                    ConnectionRequest.of(Optional.of(ground.range.kubeconfig()), Optional.empty())),
                place())) {
      Future<RunResult> under =
          THREADS.submit(() -> freeze(blind, responder, responder.suspect.ref()));
      Ground.until("it is said", () -> !entries(responder, Entry.Held.class).isEmpty());
      ground.range.faults().clear();

      assertThat(under.get()).isInstanceOf(RunResult.AllHold.class);
      assertThat(entries(responder, Entry.Held.class)).hasSize(1);
      assertThat(entries(responder, Entry.RunEnded.class)).hasSize(1);
    }
  }

  @Test
  void a_suspect_that_is_gone_is_not_frozen_by_the_name_of_another() throws Exception {
    try (Responder responder = responder()) {
      PodRef now = responder.suspect.ref();
      PodRef before = new PodRef(now.namespace(), now.name(), "uid-of-before");

      assertThatThrownBy(() -> freeze(ground.session, responder, before))
          .isInstanceOf(SessionException.class);

      assertThat(entries(responder, Entry.Held.class)).hasSize(1);
      assertThat(entries(responder, Entry.EvidenceTaken.class)).isEmpty();
    }
  }
}
