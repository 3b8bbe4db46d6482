package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.range.http.PracticeServer.json;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lazaretto.range.clock.Cancellable;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

@Timeout(60)
class LogsTest {
  private static final String LOG = "/api/v1/namespaces/shop/pods/web-1/log";
  private final Source source = new Source();
  private PracticeServer practice;
  private TestClient client;

  @BeforeEach
  void start() throws IOException {
    practice =
        new PracticeServer(
            new ServerParts.Behaviour(Admission.none(), source, ContainerDoor.closed()));
    client = TestClient.admin(practice);
    source.start = practice.clock.now();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    practice.close();
  }

  /** Three lines, a minute apart, the last one now; more on demand. */
  private static final class Source implements LogSource {
    private final List<Consumer<Line>> followers = new CopyOnWriteArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();
    private Instant start = Instant.EPOCH;

    @Override
    public Written written(Stored pod, String container, boolean previous) {
      if (previous) {
        throw ApiProblem.badRequest(
            "previous terminated container \"web\" in pod \"web-1\" not found");
      }
      return new Written(
          List.of(
              new Line(start.minusSeconds(120), "one"),
              new Line(start.minusSeconds(60), "two"),
              new Line(start, "three")),
          3);
    }

    @Override
    public Cancellable follow(
        Stored pod, String container, long from, Consumer<Line> listener, Runnable ended) {
      followers.add(listener);
      ends.add(ended);
      listener.accept(new Line(start, "from " + from));
      return () -> followers.remove(listener);
    }
  }

  @Test
  void a_log_is_cut_as_asked() {
    assertThat(client.get(LOG).text()).isEqualTo("one\ntwo\nthree\n");
    assertThat(client.get(LOG + "?tailLines=1").text()).isEqualTo("three\n");
    assertThat(client.get(LOG + "?sinceSeconds=90").text()).isEqualTo("two\nthree\n");
    assertThat(client.get(LOG + "?limitBytes=5").text()).isEqualTo("one\nt");
    assertThat(client.get(LOG + "?timestamps=true&tailLines=1").text())
        .isEqualTo(source.start + " three\n");
    assertThat(client.get(LOG + "?sinceTime=nonsense").code()).isEqualTo(400);
  }

  @Test
  void a_followed_log_goes_on_until_the_container_ends() {
    Iterator<String> lines = client.lines(LOG + "?follow=true&tailLines=1").iterator();

    assertThat(lines.next()).isEqualTo("three");
    assertThat(lines.next()).isEqualTo("from 3");
    source.followers.forEach(f -> f.accept(new LogSource.Line(source.start, "four")));
    assertThat(lines.next()).isEqualTo("four");
    source.ends.forEach(Runnable::run);
    assertThat(lines.hasNext()).isFalse();
  }

  @Test
  void a_container_that_is_not_there_or_not_chosen_is_refused() {
    practice.store.create(
        ResourceTypes.PODS,
        json(
            "{'metadata':{'name':'two','namespace':'shop'},'spec':{'containers':[{'name':'a','image':'x'},{'name':'b','image':'x'}]}}"));

    assertThat(client.get("/api/v1/namespaces/shop/pods/two/log").at("/message"))
        .isEqualTo("a container name must be specified for pod two, choose one of: [a b]");
    assertThat(client.get(LOG + "?container=x").at("/message"))
        .isEqualTo("container x is not valid for pod web-1");
    assertThat(client.get(LOG + "?previous=true").at("/message"))
        .isEqualTo("previous terminated container \"web\" in pod \"web-1\" not found");
    assertThat(client.get("/api/v1/namespaces/shop/pods/nope/log").code()).isEqualTo(404);
  }

  @Test
  void numbers_that_make_no_sense_are_refused() {
    assertThat(client.get(LOG + "?tailLines=-1").at("/message"))
        .isEqualTo(
            "PodLogOptions \"web-1\" is invalid: tailLines: Invalid value: -1: must be greater than"
                + " or equal to 0");
    assertThat(client.get(LOG + "?limitBytes=0").code()).isEqualTo(422);
    assertThat(client.get(LOG + "?sinceSeconds=5&sinceTime=2026-01-01T00:00:00Z").at("/message"))
        .contains("at most one of `sinceTime` or `sinceSeconds` may be specified");
    assertThat(client.get(LOG + "?tailLines=abc").code()).isEqualTo(400);
  }
}
