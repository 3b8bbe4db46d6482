package org.lazaretto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.port.Exchange;

class SecretsTest {
  private static final Secrets SECRETS = new Secrets("salt");
  private static final String JWT =
      "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJrdWJlcm5ldGVzIn0.c2lnbmF0dXJlLXNpZ25hdHVyZQ";
  private static final String AWS = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  /** What is between the signs of section must be gone, the rest must stay. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "private-key: a §-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----§ b",
        "private-key: §-----BEGIN PRIVATE KEY-----\nMIIE cut§",
        "jwt: token §" + JWT + "§ end",
        "jwt: Authorization: Bearer §" + JWT + "§",
        "bearer: Bearer §abcdefghijklmnop0123§, then",
        "authorization: Authorization: Basic §dXNlcjpwYXNz§",
        "aws-key-id: id §AKIAIOSFODNN7EXAMPLE§.",
        "aws-secret: aws_secret_access_key = §" + AWS + "§",
        "aws-secret: {\"SecretAccessKey\":\"§" + AWS + "§\"}",
        "known-token: clone with §ghp_0123456789abcdefghijABCDEFGHIJ012345§",
        "known-token: use §github_pat_11ABCDEFG0123456789abcdefghijABCDEFGHIJ§ now",
        "url-password: https://ana:§hunter2§@git.example/x",
        "password: {\"password\":\"§two words§\"}",
        "password: mysql -u root --password=§hunter2§ db",
        "password: DB_PASSWORD=§hunter2§",
        "named-secret: env GITHUB_TOKEN=§abc§ NEXT=1",
        "password: größe DB_PASSWORD=§hunter2§ K",
        "named-secret: AWS_CREDENTIALS=§abc§",
        "named-secret: deploy_private_key=§abc§",
        "named-secret: STRIPE_API_KEY='§sk live§'",
        "option: kubectl --token §abc§ get pods",
      })
  void a_secret_is_replaced_and_what_stands_around_it_stays(String example) {
    String rule = example.substring(0, example.indexOf(':'));
    String[] parts = example.substring(rule.length() + 2).split("§", -1);

    String masked = SECRETS.apply(String.join("", parts));

    assertThat(masked).isEqualTo(parts[0] + mark(rule, parts[1]) + parts[2]);
    assertThat(SECRETS.apply(masked)).isEqualTo(masked);
  }

  private static String mark(String rule, String secret) {
    return "[masked %s %s]".formatted(rule, Hash.of("salt\n" + secret).substring(0, 12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cart-7d4b9c6f5-x2x9k",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "registry.example/shop/cart@sha256:"
            + "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "kubectl --context practice cordon ip-10-0-1-23.eu-west-1.compute.internal",
        "GET /api/v1/pods?limit=500&continue=eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MTB9",
        "the bearer of this note, a bearer authentication-failure",
        "password authentication failed for user ana",
        "https://10.0.0.1:6443/api/v1/nodes",
        "ssh://git@git.example:22/x",
        "token-reviewer, secret-store-csi, my-token=no",
        "MAX_TOKENS_PER_MINUTE = 5",
        "aws:///eu-west-1a/i-0123456789abcdef0",
        "arn:aws:iam::123456789012:role/AKIA",
      })
  void a_name_a_digest_or_a_sentence_is_left_alone(String text) {
    assertThat(SECRETS.apply(text)).isEqualTo(text);
  }

  @Test
  void the_same_secret_has_the_same_mark_in_one_case_and_another_in_the_next() {
    assertThat(SECRETS.apply("A_TOKEN=x1")).isEqualTo(SECRETS.apply("A_TOKEN=x1"));
    assertThat(SECRETS.apply("A_TOKEN=x1")).isNotEqualTo(SECRETS.apply("A_TOKEN=x2"));
    assertThat(new Secrets("other").apply("A_TOKEN=x1")).isNotEqualTo(SECRETS.apply("A_TOKEN=x1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_token",
        "password",
        "Bearer ",
        "eyJ",
        "eyJaaaaaaaaaaaa.",
        "-----BEGIN PRIVATE KEY-----",
        "://",
        "://:",
        "a",
        "secret_access_key",
        "Bearer aaaaaaaaaaaaaaaaaa",
        "ghp_",
        "\"",
        " --token"
      })
  void hostile_text_costs_time_in_proportion_to_its_length(String part) {
    String text = part.repeat(300_000 / part.length());

    String masked =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> SECRETS.apply(text));

    assertThat(masked).isNotEmpty();
  }

  @Test
  void no_secret_of_any_entry_reaches_the_disk(@TempDir Path folder) throws Exception {
    CaseFixture fixture = new CaseFixture(folder.resolve("case"));
    Exchange exchange =
        new Exchange(
            "PATCH /x?token=1&A_TOKEN=s3cr3t-a", "{\"password\":\"s3cr3t-b\"}", 200, "", "");
    ObjectRef pod = new ObjectRef("v1", "Pod", "shop", "cart", "uid");
    try (CaseJournal journal = fixture.create()) {
      journal.write(
          new Entry.Outcome("f", "s", pod, "done", "DB_PASSWORD=s3cr3t-c", Optional.of(exchange)));
      journal.keep(CaseFixture.draft("SOME_TOKEN=s3cr3t-d"), CaseFixture.bytes("A_TOKEN=kept"));
      JournalLine line =
          journal.write(new Entry.Held("cordon", "f", Arrays.asList("Bearer " + JWT)));

      assertThat(line.entry().toString()).contains("[masked jwt ").doesNotContain(JWT);
    }
    assertThat(Files.readString(folder.resolve("case/journal.jsonl")))
        .doesNotContain("s3cr3t", JWT)
        .contains("[masked password ", "[masked named-secret ");
    assertThat(folder.resolve("case/evidence/EV-0001-api-state/item.json"))
        .hasContent("A_TOKEN=kept");
  }
}
