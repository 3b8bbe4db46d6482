package org.lazaretto.range;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.range.http.Faults.Fault;
import org.lazaretto.range.http.Faults.Match;

/**
 * fabric8's informers under churn and injected faults. A few seconds here; {@code
 * -Dlazaretto.informers.seconds=600} makes it the long run.
 */
class InformersTest {
  private static final int SECONDS = Integer.getInteger("lazaretto.informers.seconds", 6);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<Fault> FAULTS =
      List.of(
          Fault.tooManyRequests(1),
          Fault.internalError(),
          Fault.unavailable(),
          Fault.expired(),
          new Fault.LostRequest(),
          new Fault.LostAnswer(),
          new Fault.LateAnswer(Duration.ofMillis(200)));

  private final Random random = new Random(3);

  @Test
  void informers_end_equal_to_a_fresh_list(@TempDir Path folder) throws Exception {
    Wish wish = new Wish(new Wish.Place.Sized(10, 400, 1, 60), new Wish.Pace.Running(3), folder);
    try (PracticeRange range = PracticeRange.start(wish);
        KubernetesClient client = client(range)) {
      try (SharedIndexInformer<Pod> pods =
          client.pods().inAnyNamespace().withLimit(150L).inform()) {
        long before = range.store().snapshot().revision();
        trouble(range);
        assertThat(range.store().snapshot().revision() - before)
            .as("changes meanwhile")
            .isGreaterThan(SECONDS * 100L);
        range.calm();
        equal(client, pods);
      }
    }
  }

  private static KubernetesClient client(PracticeRange range) throws Exception {
    Config config = Config.fromKubeconfig(Files.readString(range.kubeconfig()));
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** A fault every half second, of each sort in turn, against lists and watches of pods. */
  private void trouble(PracticeRange range) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < SECONDS * 2; i++) {
      Fault fault = FAULTS.get(i % FAULTS.size());
      String verb = random.nextBoolean() ? "list" : "watch";
      range.faults().strike(Match.of(verb, "pods"), 1, fault);
      if (i % 3 == 0) {
        range.faults().cutWatches();
      }
      if (i % 10 == 9) {
        range.store().compact();
      }
      assertThat(never.await(500, TimeUnit.MILLISECONDS)).isFalse();
    }
    range.faults().clear();
  }

  private static void equal(KubernetesClient client, SharedIndexInformer<Pod> pods)
      throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long end = System.nanoTime() + PATIENCE.toNanos();
    Map<String, String> there = Map.of();
    Map<String, String> known = Map.of("not", "asked");
    while (!there.equals(known) && System.nanoTime() < end) {
      assertThat(never.await(200, TimeUnit.MILLISECONDS)).isFalse();
      there = versions(client.pods().inAnyNamespace().list().getItems());
      known = versions(pods.getStore().list());
    }
    assertThat(known).hasSizeGreaterThanOrEqualTo(400).isEqualTo(there);
  }

  private static Map<String, String> versions(List<Pod> pods) {
    return pods.stream()
        .collect(
            Collectors.toMap(
                p -> p.getMetadata().getUid(), p -> p.getMetadata().getResourceVersion()));
  }
}
