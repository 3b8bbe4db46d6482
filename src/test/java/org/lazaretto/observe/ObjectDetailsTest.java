package org.lazaretto.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Answers;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.port.PortException;

class ObjectDetailsTest {
  private static final ObjectRef POD = ObservedKind.POD.ref("shop", "cart-1", "u-1");

  @Test
  void the_events_of_an_object_come_latest_first() {
    String body =
        """
        {"items":[
          {"type":"Normal","reason":"Pulled","message":"pulled","lastTimestamp":"2026-01-01T00:00:00Z",
           "source":{"component":"kubelet"},"count":1},
          {"type":"Warning","reason":"BackOff","message":"\\u001b[2Jback-off","eventTime":\
        "2026-01-02T00:00:00.123456Z","reportingComponent":"kubelet","series":{"count":7}},
          {"type":7,"lastTimestamp":"yesterday"}]}
        """;
    Detail<List<EventEntry>> events = new ObjectDetails(Answers.raw(body)).events(POD);

    assertThat(events)
        .isEqualTo(
            new Detail.Read<>(
                List.of(
                    new EventEntry(
                        "Warning",
                        "BackOff",
                        "\u001b[2Jback-off",
                        7,
                        Optional.of(Instant.parse("2026-01-02T00:00:00.123456Z")),
                        "kubelet"),
                    new EventEntry(
                        "Normal",
                        "Pulled",
                        "pulled",
                        1,
                        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                        "kubelet"),
                    new EventEntry("7", "", "", 1, Optional.empty(), ""))));
  }

  @Test
  void events_that_are_not_json_are_unavailable() {
    assertThat(new ObjectDetails(Answers.raw("<html>")).events(POD))
        .isEqualTo(new Detail.Unavailable<>("SERVER_ERROR", "the events are not JSON"));
  }

  @Test
  void an_object_that_is_gone_is_told_as_gone() {
    assertThat(new ObjectDetails(Answers.failing(PortException.Kind.NOT_FOUND)).yaml(POD))
        .isEqualTo(new Detail.Gone<>("no"));
  }

  @Test
  void a_log_that_may_not_be_read_is_a_value_too() {
    assertThat(
            new ObjectDetails(Answers.failing(PortException.Kind.FORBIDDEN)).log(POD, "main", 10))
        .isEqualTo(new Detail.Denied<InputStream>("no"));
  }

  @Test
  void a_log_is_a_stream() {
    assertThat(new ObjectDetails(Answers.raw("line")).log(POD, "main", 10))
        .isInstanceOf(Detail.Read.class);
  }
}
