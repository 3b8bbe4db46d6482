package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReviewsTest {
  private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubject";
  private static PracticeServer practice;
  private static TestClient client;

  @BeforeAll
  static void start() throws IOException {
    practice = new PracticeServer();
    client = TestClient.withToken(practice, PracticeServer.RESTRICTED_TOKEN);
  }

  @AfterAll
  static void stop() throws IOException {
    client.close();
    practice.close();
  }

  private static String mayI(String verb, String resource, String subresource) {
    return client
        .post(
            REVIEWS + "accessreviews",
            "{'spec':{'resourceAttributes':{'namespace':'shop','verb':'%s','resource':'%s','subresource':'%s'}}}"
                .formatted(verb, resource, subresource))
        .at("/status/allowed");
  }

  @Test
  void rights_are_told_as_they_are_enforced() {
    assertThat(mayI("list", "pods", "")).isEqualTo("true");
    assertThat(mayI("list", "secrets", "")).isEqualTo("false");
    assertThat(mayI("create", "pods", "eviction")).isEqualTo("false");
    assertThat(
            client
                .post(
                    REVIEWS + "accessreviews",
                    "{'spec':{'nonResourceAttributes':{'path':'/version','verb':'get'}}}")
                .at("/status/allowed"))
        .isEqualTo("true");
  }

  @Test
  void a_review_may_come_as_protobuf() {
    byte[] resource = message(field(2, "list"), field(5, "secrets"), field(16, ""));
    byte[] body = message(field(2, message(field(1, resource))));
    byte[] unknown =
        message(
            field(1, message(field(2, "SelfSubjectAccessReview"))),
            field(2, body),
            field(3, ""),
            field(4, ""));

    TestClient.Reply reply = practiceSend(unknown);

    assertThat(reply.code()).isEqualTo(201);
    assertThat(reply.at("/spec/resourceAttributes/resource")).isEqualTo("secrets");
    assertThat(reply.at("/status/allowed")).isEqualTo("false");
  }

  @Test
  void protobuf_that_says_something_not_understood_is_refused() {
    byte[] resource = message(field(5, "secrets"), field(16, "x"));

    TestClient.Reply reply = practiceSend(field(2, message(field(2, message(field(1, resource))))));

    assertThat(reply.code()).isEqualTo(415);
  }

  @Test
  void broken_protobuf_is_refused() {
    assertThat(practiceSend(new byte[] {(byte) 0xff, 1}).code()).isEqualTo(400);
    assertThat(practiceSend(new byte[] {0x0a, 0x7f}).code()).isEqualTo(400);
  }

  private static TestClient.Reply practiceSend(byte[] unknown) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {'k', '8', 's', 0});
    bytes.writeBytes(unknown);
    return client.postBytes(
        REVIEWS + "accessreviews", "application/vnd.kubernetes.protobuf", bytes.toByteArray());
  }

  private static byte[] field(int number, String text) {
    return field(number, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] field(int number, byte[] value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int key = (number << 3) | 2;
    if (key > 0x7f) {
      bytes.write((key & 0x7f) | 0x80);
      bytes.write(key >> 7);
    } else {
      bytes.write(key);
    }
    bytes.write(value.length);
    bytes.writeBytes(value);
    return bytes.toByteArray();
  }

  private static byte[] message(byte[]... fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] field : fields) {
      bytes.writeBytes(field);
    }
    return bytes.toByteArray();
  }

  @Test
  void everybody_can_learn_who_they_are() {
    TestClient.Reply reply = client.post("/apis/authentication.k8s.io/v1/selfsubjectreviews", "{}");

    assertThat(reply.code()).isEqualTo(201);
    assertThat(reply.at("/status/userInfo/username")).isEqualTo("responder");
    assertThat(reply.at("/status/userInfo/groups/1")).isEqualTo("system:authenticated");
  }

  @Test
  void the_rules_name_what_is_granted() {
    String rules = client.post(REVIEWS + "rulesreviews", "{'spec':{'namespace':'shop'}}").text();

    assertThat(rules).contains("\"pods/log\"").doesNotContain("\"secrets\"");
  }
}
