package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceTypes;

@Timeout(60)
class WatchTest {
  private static final String PODS = "/api/v1/namespaces/shop/pods";
  private PracticeServer practice;
  private TestClient client;

  @BeforeEach
  void start() throws IOException {
    practice = new PracticeServer();
    client = TestClient.admin(practice);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    practice.close();
  }

  private long revision() {
    return practice.store.snapshot().revision();
  }

  private void label(String name, String value) {
    practice.store.update(
        ResourceTypes.PODS,
        "shop",
        name,
        tree -> {
          Json.child(Json.child(tree, "metadata"), "labels").put("stage", value);
          return tree;
        });
  }

  private static JsonNode json(String line) {
    return Json.object(line.getBytes(StandardCharsets.UTF_8));
  }

  private static String summary(String line) {
    JsonNode event = json(line);
    return event.path("type").asText() + " " + event.at("/object/metadata/name").asText();
  }

  @Test
  void a_watch_from_a_revision_tells_what_came_after_it() {
    long from = revision();
    label("web-1", "x");
    Iterator<String> lines = client.lines(PODS + "?watch=true&resourceVersion=" + from).iterator();

    assertThat(summary(lines.next())).isEqualTo("MODIFIED web-1");
    practice.store.create(ResourceTypes.PODS, PracticeServer.pod("web-3", "node-a"));
    assertThat(summary(lines.next())).isEqualTo("ADDED web-3");
  }

  @Test
  void a_watch_without_a_revision_begins_with_what_is_there() {
    Iterator<String> lines = client.lines(PODS + "?watch=1").iterator();

    assertThat(summary(lines.next())).isEqualTo("ADDED web-1");
    assertThat(summary(lines.next())).isEqualTo("ADDED web-2");
  }

  @Test
  void an_object_that_leaves_the_selection_is_told_as_deleted_and_back_as_added() {
    label("web-1", "x");
    Iterator<String> lines =
        client
            .lines(PODS + "?watch=true&labelSelector=stage%3Dx&resourceVersion=" + revision())
            .iterator();

    label("web-1", "y");
    label("web-2", "y");
    label("web-1", "x");

    assertThat(summary(lines.next())).isEqualTo("DELETED web-1");
    assertThat(summary(lines.next())).isEqualTo("ADDED web-1");
  }

  @Test
  void a_forgotten_revision_is_an_error_event() {
    long from = revision();
    label("web-1", "x");
    practice.store.compact();

    Iterator<String> lines = client.lines(PODS + "?watch=true&resourceVersion=" + from).iterator();
    JsonNode event = json(lines.next());

    assertThat(event.path("type").asText()).isEqualTo("ERROR");
    assertThat(event.at("/object/code").asInt()).isEqualTo(410);
    assertThat(lines.hasNext()).isFalse();
  }

  @Test
  void a_watch_ends_after_its_time_with_a_bookmark() {
    Iterator<String> lines =
        client
            .lines(
                PODS
                    + "?watch=true&allowWatchBookmarks=true&timeoutSeconds=1&resourceVersion="
                    + revision())
            .iterator();

    JsonNode bookmark = json(lines.next());

    assertThat(bookmark.path("type").asText()).isEqualTo("BOOKMARK");
    assertThat(bookmark.at("/object/metadata/resourceVersion").asLong()).isEqualTo(revision());
    assertThat(lines.hasNext()).isFalse();
  }

  @Test
  void a_streamed_list_ends_with_a_marked_bookmark() {
    Iterator<String> lines =
        client
            .lines(
                PODS
                    + "?watch=true&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan")
            .iterator();

    lines.next();
    lines.next();

    assertThat(
            json(lines.next())
                .path("object")
                .path("metadata")
                .path("annotations")
                .path("k8s.io/initial-events-end")
                .asText())
        .isEqualTo("true");
  }

  @Test
  void only_the_first_row_of_a_table_watch_describes_the_columns() {
    Iterator<String> lines =
        client
            .header("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")
            .lines(PODS + "?watch=true")
            .iterator();

    assertThat(json(lines.next()).at("/object/columnDefinitions")).isNotEmpty();
    assertThat(json(lines.next()).at("/object/columnDefinitions")).isEmpty();
  }

  @Test
  void a_watch_over_a_web_socket_sends_one_message_for_each_event() throws Exception {
    BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    URI uri =
        URI.create(
            "wss://127.0.0.1:"
                + practice.server.port()
                + PODS
                + "?watch=true&resourceVersion="
                + revision());
    WebSocket socket =
        client
            .http
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + PracticeServer.ADMIN_TOKEN)
            .buildAsync(uri, new Collector(messages))
            .get(10, TimeUnit.SECONDS);

    label("web-1", "x");
    @Nullable String message = messages.poll(10, TimeUnit.SECONDS);
    socket.abort();

    assertThat(message).isNotNull();
    assertThat(summary(message)).isEqualTo("MODIFIED web-1");
  }

  private static final class Collector implements WebSocket.Listener {
    private final BlockingQueue<String> messages;
    private final StringBuilder part = new StringBuilder();

    Collector(BlockingQueue<String> messages) {
      this.messages = messages;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        messages.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }

  @Test
  void a_big_backlog_arrives_whole_and_in_order() {
    for (int i = 0; i < 3000; i++) {
      ObjectNode pod = PracticeServer.pod("big-%04d".formatted(i), "node-a");
      Json.child(Json.child(pod, "metadata"), "annotations").put("filling", "x".repeat(2000));
      practice.store.create(ResourceTypes.PODS, pod);
    }

    long seen =
        client
            .lines(PODS + "?watch=true")
            .limit(3002)
            .filter(line -> summary(line).startsWith("ADDED "))
            .count();

    assertThat(seen).isEqualTo(3002);
  }
}
