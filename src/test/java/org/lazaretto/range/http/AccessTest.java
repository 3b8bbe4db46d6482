package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.range.http.security.Certificates;
import org.lazaretto.range.http.security.Identity;

class AccessTest {
  private static PracticeServer practice;

  @BeforeAll
  static void start() throws IOException {
    practice = new PracticeServer();
  }

  @AfterAll
  static void stop() throws IOException {
    practice.close();
  }

  @Test
  void who_says_nothing_or_something_unknown_is_unauthorized() {
    try (TestClient anonymous = TestClient.anonymous(practice);
        TestClient unknown = TestClient.withToken(practice, "guess")) {
      TestClient.Reply reply = anonymous.get("/api/v1/pods");

      assertThat(reply.code()).isEqualTo(401);
      assertThat(reply.at("/message")).isEqualTo("Unauthorized");
      assertThat(reply.at("/kind")).isEqualTo("Status");
      assertThat(unknown.get("/api/v1/pods").code()).isEqualTo(401);
      assertThat(unknown.get("/apis").code()).isEqualTo(401);
    }
  }

  @Test
  void a_client_certificate_of_the_authority_is_enough() {
    Identity admin = Identity.of("admin", Identity.MASTERS);
    Certificates.Issued own = practice.security.certificates().client(admin);

    try (TestClient client = TestClient.withCertificate(practice, own)) {
      assertThat(client.get("/api/v1/secrets").code()).isEqualTo(200);
    }
  }

  @Test
  void an_expired_certificate_and_one_of_another_authority_are_unauthorized() {
    Identity admin = Identity.of("admin", Identity.MASTERS);
    Certificates.Issued expired =
        practice
            .security
            .certificates()
            .client(admin, InstantSource.system().instant().minusSeconds(60));
    Certificates.Issued foreign = new Certificates(InstantSource.system()).client(admin);

    try (TestClient late = TestClient.withCertificate(practice, expired);
        TestClient stranger = TestClient.withCertificate(practice, foreign)) {
      assertThat(late.get("/api/v1/pods").code()).isEqualTo(401);
      assertThat(stranger.get("/api/v1/pods").code()).isEqualTo(401);
    }
  }

  @Test
  void what_is_denied_is_forbidden_in_the_words_of_a_real_server() {
    try (TestClient client = TestClient.withToken(practice, PracticeServer.RESTRICTED_TOKEN)) {
      TestClient.Reply everywhere = client.get("/api/v1/secrets");
      TestClient.Reply one = client.get("/api/v1/namespaces/shop/secrets/x");
      TestClient.Reply eviction = client.post("/api/v1/namespaces/shop/pods/web-1/eviction", "{}");

      assertThat(everywhere.code()).isEqualTo(403);
      assertThat(everywhere.at("/message"))
          .isEqualTo(
              "secrets is forbidden: User \"responder\" cannot list resource \"secrets\" in API"
                  + " group \"\" at the cluster scope");
      assertThat(one.at("/message"))
          .isEqualTo(
              "secrets \"x\" is forbidden: User \"responder\" cannot get resource \"secrets\" in"
                  + " API group \"\" in the namespace \"shop\"");
      assertThat(eviction.at("/message")).contains("cannot create resource \"pods/eviction\"");
      assertThat(client.get("/api/v1/pods").code()).isEqualTo(200);
    }
  }

  @Test
  void a_kubeconfig_is_readable_by_its_owner_only(@TempDir Path directory) throws IOException {
    Path file = practice.kubeconfig(directory);
    practice.kubeconfig(directory);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file))
        .contains("current-context: practice", "name: practice-restricted", "token: restricted");
    assertThat(directory.resolve("kubeconfig.new")).doesNotExist();
  }
}
