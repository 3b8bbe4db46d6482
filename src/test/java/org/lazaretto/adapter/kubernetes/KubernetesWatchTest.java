package org.lazaretto.adapter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.kubernetes.FakeApiServer.Asked;
import org.lazaretto.adapter.kubernetes.FakeApiServer.Reply;
import org.lazaretto.adapter.kubernetes.kubeconfig.AccessReader;
import org.lazaretto.adapter.kubernetes.kubeconfig.Kubeconfig;
import org.lazaretto.adapter.kubernetes.wire.Patience;
import org.lazaretto.adapter.kubernetes.wire.Transport;
import org.lazaretto.adapter.kubernetes.wire.TransportFactory;
import org.lazaretto.model.ObservedKind;

class KubernetesWatchTest {
  private static final WatchPace FAST =
      new WatchPace(
          2,
          Duration.ofSeconds(5),
          Duration.ofMillis(300),
          Duration.ofMinutes(4),
          Duration.ofMillis(1),
          Duration.ofMillis(20),
          Duration.ofMillis(20));

  @TempDir private Path folder;
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void a_list_is_read_in_pages_and_then_watched_from_its_revision() throws Exception {
    Reply[] lists = {list("7", "more", "a", "b"), list("7", "", "c")};
    Reply[] watches = {
      lines(
          event("ADDED", "d", "8"),
          event("MODIFIED", "a", "9"),
          event("DELETED", "b", "10"),
          bookmark("12")),
      open()
    };
    try (World world = world(lists, watches)) {
      assertThat(world.sink.next(7))
          .containsExactly(
              "listing",
              "page [a, b]",
              "page [c]",
              "listed",
              "changed d",
              "changed a",
              "removed u-b");
      world.awaitWatches(2);
      assertThat(world.paths("watch=true").getFirst())
          .contains("resourceVersion=7&")
          .contains("allowWatchBookmarks=true")
          .contains("timeoutSeconds=");
      assertThat(world.paths("watch=true").get(1)).contains("resourceVersion=12&");
      assertThat(world.paths("limit=2")).hasSize(2);
    }
  }

  @Test
  void a_revision_that_is_too_old_leads_to_a_new_list() throws Exception {
    Reply[] lists = {list("7", "", "a"), list("20", "", "b")};
    Reply[] watches = {
      lines("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410}}"), open()
    };
    try (World world = world(lists, watches)) {
      assertThat(world.sink.next(6))
          .containsExactly("listing", "page [a]", "listed", "listing", "page [b]", "listed");
    }
  }

  @Test
  void a_watch_refused_with_410_leads_to_a_new_list() throws Exception {
    Reply[] lists = {list("7", "", "a"), list("20", "", "b")};
    try (World world = world(lists, new Reply[] {Reply.json(410, "{}"), open()})) {
      assertThat(world.sink.next(6)).contains("page [b]");
    }
  }

  @Test
  void a_connection_that_breaks_is_taken_up_where_it_was() throws Exception {
    Reply[] lists = {list("7", "", "a")};
    Reply[] watches = {
      lines(event("ADDED", "b", "8")),
      Reply.json(500, "{}"),
      lines(event("ADDED", "c", "9")),
      open()
    };
    try (World world = world(lists, watches)) {
      assertThat(world.sink.next(4)).endsWith("changed b");
      assertThat(world.sink.next()).startsWith("lost ");
      assertThat(world.sink.next()).isEqualTo("changed c");
      world.awaitWatches(4);
      assertThat(world.paths("watch=true").get(2)).contains("resourceVersion=8&");
      assertThat(world.paths("limit=2")).hasSize(1);
    }
  }

  @Test
  void a_watch_that_falls_silent_is_replaced() throws Exception {
    Reply[] lists = {list("7", "", "a")};
    Reply[] watches = {open(), lines(event("ADDED", "b", "8")), open()};
    try (World world = world(lists, watches)) {
      assertThat(world.sink.next(4)).endsWith("changed b");
    }
  }

  @Test
  void one_kind_that_may_not_be_listed_leaves_the_others_working() throws Exception {
    HeardSink sink = new HeardSink(ObservedKind.POD);
    HeardSink denied = new HeardSink(ObservedKind.NODE);
    try (FakeApiServer server =
            new FakeApiServer(asked -> {
              if (asked.path().startsWith("/api/v1/nodes")) {
                return Reply.json(403, "{\"message\":\"nodes is forbidden\"}");
              }
              return asked.path().contains("watch=true") ? open() : list("7", "", "a");
            });
        KubernetesWatch watch = watch(server);
        KubernetesWatch other = watch(server)) {
      watch.start(sink);
      other.start(denied);
      assertThat(sink.next(3)).containsExactly("listing", "page [a]", "listed");
      assertThat(denied.next(4))
          .containsExactly(
              "listing",
              "denied GET /api/v1/nodes?limit=2: not allowed (403): nodes is forbidden",
              "listing",
              "denied GET /api/v1/nodes?limit=2: not allowed (403): nodes is forbidden");
    } finally {
      end.countDown();
    }
  }

  @Test
  void one_odd_object_is_left_out_and_the_watch_goes_on() throws Exception {
    Reply[] lists = {
      Reply.json(
          200,
          "{\"metadata\":{\"resourceVersion\":\"7\"},\"items\":[{\"metadata\":7},null,[],"
              + object("a", "1")
              + "]}")
    };
    Reply[] watches = {
      lines(
          "{\"type\":\"ADDED\",\"object\":{\"metadata\":\"x\"}}",
          "{\"type\":\"SURPRISE\",\"object\":{}}",
          "[]",
          "{\"object\":" + object("late", "8") + ",\"type\":\"ADDED\"}",
          event("ADDED", "b", "9")),
      open()
    };
    try (World world = world(lists, watches)) {
      assertThat(world.sink.next(5))
          .containsExactly("listing", "page [a]", "listed", "changed late", "changed b");
      assertThat(world.watch.skipped()).isGreaterThanOrEqualTo(6);
    }
  }

  @Test
  void what_is_no_json_leads_to_a_new_list() throws Exception {
    Reply[] lists = {list("7", "", "a"), list("9", "", "b")};
    Reply[] watches = {lines("{\"type\":\"ADDED\",\"object\":{"), open()};
    try (World world = world(lists, watches)) {
      assertThat(world.sink.next(3)).endsWith("listed");
      assertThat(world.sink.next()).startsWith("lost ").contains("not JSON");
      assertThat(world.sink.next(2)).containsExactly("listing", "page [b]");
    }
  }

  @Test
  void a_list_that_breaks_off_is_begun_anew() throws Exception {
    Reply[] lists = {
      Reply.json(200, "{\"metadata\":{},\"items\":[" + object("a", "1") + ","), list("7", "", "b")
    };
    try (World world = world(lists, new Reply[] {open()})) {
      assertThat(world.sink.next()).isEqualTo("listing");
      assertThat(world.sink.next()).startsWith("lost ");
      assertThat(world.sink.next(3)).containsExactly("listing", "page [b]", "listed");
    }
  }

  @Test
  void events_split_and_joined_anywhere_are_read_whole() throws Exception {
    String text =
        event("ADDED", "b".repeat(200_000), "8") + "\n\n" + event("ADDED", "c", "9") + "\n";
    Reply[] watches = {
      new Reply.Streamed(body -> {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        body.write(bytes, 0, 100_001);
        body.flush();
        body.write(bytes, 100_001, bytes.length - 100_001);
      }),
      open()
    };
    try (World world = world(new Reply[] {list("7", "", "a")}, watches)) {
      assertThat(world.sink.next(5)).endsWith("changed " + "b".repeat(200_000), "changed c");
    }
  }

  @Test
  void nothing_is_heard_after_closing_and_starting_twice_is_a_bug() throws Exception {
    World world = world(new Reply[] {list("7", "", "a")}, new Reply[] {open()});
    assertThat(world.sink.next(3)).endsWith("listed");
    assertThatThrownBy(() -> world.watch.start(world.sink))
        .isInstanceOf(IllegalStateException.class);
    world.close();
    assertThat(world.watch.ended()).isTrue();
  }

  private static Reply list(String revision, String next, String... names) {
    StringBuilder items = new StringBuilder();
    for (String name : names) {
      items.append(items.isEmpty() ? "" : ",").append(object(name, "1"));
    }
    return Reply.json(
        200,
        "{\"items\":[%s],\"metadata\":{\"resourceVersion\":\"%s\",\"continue\":\"%s\"}}"
            .formatted(items, revision, next));
  }

  private static String object(String name, String revision) {
    return "{\"metadata\":{\"name\":\"%s\",\"namespace\":\"n\",\"uid\":\"u-%s\",\"resourceVersion\":\"%s\"}}"
        .formatted(name, name, revision);
  }

  private static String event(String type, String name, String revision) {
    return "{\"type\":\"%s\",\"object\":%s}".formatted(type, object(name, revision));
  }

  private static String bookmark(String revision) {
    return "{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"%s\"}}}"
        .formatted(revision);
  }

  private static Reply lines(String... lines) {
    return new Reply.Streamed(
        body -> body.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  /** Stays open and silent until the test ends. */
  private Reply open() {
    return new Reply.Streamed(this::waitForEnd);
  }

  private void waitForEnd(OutputStream body) throws IOException {
    try {
      end.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private KubernetesWatch watch(FakeApiServer server) throws Exception {
    InstantSource clock = InstantSource.system();
    Kubeconfig kubeconfig =
        Kubeconfig.read(Optional.of(server.kubeconfig(folder)), System.getenv());
    Patience patience = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5));
    Transport transport =
        new TransportFactory(
                new AccessReader(System.getenv(), clock).read(kubeconfig, Optional.empty()),
                patience)
            .once();
    return new KubernetesWatch(transport, FAST, clock);
  }

  /** Pods answer as scripted, the last answer again and again; other kinds are empty. */
  private World world(Reply[] lists, Reply[] watches) throws Exception {
    Iterator<Reply> listScript = List.of(lists).iterator();
    Iterator<Reply> watchScript = List.of(watches).iterator();
    FakeApiServer server =
        new FakeApiServer(asked -> {
          if (!asked.path().startsWith("/api/v1/pods")) {
            return asked.path().contains("watch=true") ? open() : list("1", "");
          }
          Iterator<Reply> script = asked.path().contains("watch=true") ? watchScript : listScript;
          return script.hasNext() ? script.next() : open();
        });
    HeardSink sink = new HeardSink(ObservedKind.POD);
    KubernetesWatch watch = watch(server);
    watch.start(sink);
    return new World(server, watch, sink);
  }

  private final class World implements AutoCloseable {
    private final FakeApiServer server;
    private final KubernetesWatch watch;
    private final HeardSink sink;

    private World(FakeApiServer server, KubernetesWatch watch, HeardSink sink) {
      this.server = server;
      this.watch = watch;
      this.sink = sink;
    }

    List<String> paths(String part) {
      return server.asked().stream()
          .map(Asked::path)
          .filter(path -> path.startsWith("/api/v1/pods") && path.contains(part))
          .toList();
    }

    void awaitWatches(int count) {
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (paths("watch=true").size() < count && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
    }

    @Override
    public void close() {
      end.countDown();
      watch.close();
      server.close();
    }
  }
}
