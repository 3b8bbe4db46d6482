package org.lazaretto.adapter.kubernetes.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lazaretto.port.PortException;

class KubeconfigTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z"));
  private static final String SECRET = "swordfish";

  @TempDir private Path folder;

  @Test
  void a_missing_file_is_named_and_no_other_is_tried() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home/.kube"));
    Files.writeString(home.resolve("config"), config("home", "https://home:6443", ""));

    PortException failure =
        failure(() ->
            Kubeconfig.read(
                Optional.of(folder.resolve("absent")),
                Map.of("HOME", folder.resolve("home").toString())));

    assertThat(failure)
        .hasMessage("the kubeconfig " + folder.resolve("absent") + " does not exist");
    assertThat(failure.kind()).isEqualTo(PortException.Kind.LOCAL);
  }

  @Test
  void a_folder_is_no_kubeconfig() {
    assertThat(failure(() -> Kubeconfig.read(Optional.of(folder), Map.of())))
        .hasMessageContaining("cannot be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "a: b: swordfish",
        "\t- swordfish",
        "- [",
        "token: 'swordfish",
      })
  void what_is_no_yaml_is_said_without_quoting_it(String text) throws Exception {
    PortException failure = failure(() -> read(write("broken", text)));

    assertThat(failure).hasMessageContaining("is not valid YAML");
    assertThat(failure.getMessage()).doesNotContain(SECRET);
  }

  @Test
  void text_that_is_no_kubeconfig_is_told_apart() throws Exception {
    assertThat(failure(() -> read(write("notes", "just some words"))))
        .hasMessageContaining("is not a kubeconfig");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(failure(() -> read(binary))).hasMessageContaining("not a text file");
  }

  @Test
  void an_unknown_context_lists_those_there_are() throws Exception {
    Kubeconfig kubeconfig = read(write("config", config("shop", "https://shop:6443", "")));

    assertThat(failure(() -> kubeconfig.resolve(Optional.of("prod"))))
        .hasMessageContaining("there is no context 'prod'")
        .hasMessageContaining("there are: shop");
  }

  @Test
  void without_a_current_context_one_has_to_be_named() throws Exception {
    String text = config("shop", "https://shop:6443", "").replace("current-context: shop", "");
    Kubeconfig kubeconfig = read(write("config", text));

    assertThat(failure(() -> kubeconfig.resolve(Optional.empty())))
        .hasMessageContaining("no current context")
        .hasMessageContaining("--context: shop");
    assertThat(kubeconfig.resolve(Optional.of("shop")).cluster().text("server"))
        .isEqualTo("https://shop:6443");
  }

  @Test
  void an_empty_file_has_no_contexts() throws Exception {
    Kubeconfig kubeconfig = read(write("config", ""));

    assertThat(kubeconfig.contexts()).isEmpty();
    assertThat(failure(() -> kubeconfig.resolve(Optional.of("shop"))))
        .hasMessageContaining("none at all");
  }

  @Test
  void a_cluster_or_user_that_is_not_there_is_named() throws Exception {
    String text = config("shop", "https://shop:6443", "");
    assertThat(
            failure(() ->
                read(write("a", text.replace("cluster: c-shop", "cluster: nowhere")))
                    .resolve(Optional.empty())))
        .hasMessageContaining("'nowhere'");
    assertThat(
            failure(() ->
                read(write("b", text.replace("user: u-shop", "user: nobody")))
                    .resolve(Optional.empty())))
        .hasMessageContaining("'nobody'");
  }

  @Test
  void of_several_files_the_first_wins_and_a_missing_one_is_passed_over() throws Exception {
    Path one = write("one", config("shop", "https://one:6443", ""));
    Path two = write("two", config("prod", "https://prod:6443", ""));
    Path three = write("three", config("shop", "https://three:6443", ""));
    String variable =
        String.join(
            File.pathSeparator,
            one.toString(),
            folder.resolve("absent").toString(),
            two.toString(),
            three.toString());

    Kubeconfig merged = Kubeconfig.read(Optional.empty(), Map.of("KUBECONFIG", variable));

    assertThat(merged.contexts())
        .containsExactly(
            new ContextEntry("shop", "https://one:6443", "", "", true),
            new ContextEntry("prod", "https://prod:6443", "", "", false));
  }

  @Test
  void if_no_file_of_the_variable_exists_that_is_said() {
    assertThat(
            failure(() -> Kubeconfig.read(Optional.empty(), Map.of("KUBECONFIG", "/no/such/file"))))
        .hasMessageContaining("no file of KUBECONFIG exists");
  }

  @Test
  void without_the_variable_the_file_of_the_home_folder_is_read() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home/.kube"));
    Files.writeString(home.resolve("config"), config("home", "https://home:6443", ""));

    assertThat(
            Kubeconfig.read(Optional.empty(), Map.of("HOME", folder.resolve("home").toString()))
                .contexts())
        .extracting(ContextEntry::name)
        .containsExactly("home");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "shop:6443", "ftp://shop", "https://", "https://a b"})
  void a_server_without_a_usable_address_is_refused(String server) throws Exception {
    assertThat(failure(() -> access(config("shop", server, ""), Map.of())))
        .hasMessageContaining("no usable server address");
  }

  @Test
  void a_token_file_is_read_for_each_request() throws Exception {
    Path token = write("token", SECRET + "-1\n");
    Credential credential =
        access(config("shop", "https://shop:6443", "tokenFile: token"), Map.of()).credential();

    assertThat(credential.authorization()).contains("Bearer swordfish-1");
    assertThat(credential.renewed()).isFalse();
    Files.writeString(token, SECRET + "-2");
    assertThat(credential.renewed()).isTrue();
    assertThat(credential.authorization()).contains("Bearer swordfish-2");
    Files.delete(token);
    assertThat(failure(credential::authorization)).hasMessageContaining("cannot be read");
  }

  @Test
  void name_and_password_are_sent_as_basic() throws Exception {
    ClusterAccess access =
        access(config("shop", "https://shop:6443", "username: eve, password: pw"), Map.of());

    assertThat(access.credential().authorization()).contains("Basic ZXZlOnB3");
  }

  @Test
  void a_removed_way_to_sign_in_is_refused_with_a_hint() throws Exception {
    assertThat(
            failure(() ->
                access(
                    config("shop", "https://shop:6443", "auth-provider: {name: gcp}"), Map.of())))
        .hasMessageContaining("exec plugin");
  }

  @Test
  void half_a_client_certificate_is_refused() throws Exception {
    assertThat(
            failure(() ->
                access(
                    config("shop", "https://shop:6443", "client-certificate-data: YQ=="),
                    Map.of())))
        .hasMessageContaining("only one of client certificate and key");
  }

  @Test
  void a_certificate_file_that_is_missing_is_named() throws Exception {
    assertThat(
            failure(() ->
                access(
                    config(
                        "shop",
                        "https://shop:6443",
                        "client-certificate: certs/me.pem, client-key: certs/me.key"),
                    Map.of())))
        .hasMessageContaining(folder.resolve("certs/me.pem").toString());
  }

  @Test
  void a_proxy_of_the_kubeconfig_comes_before_that_of_the_environment() throws Exception {
    String text =
        config("shop", "https://shop:6443", "")
            .replace("server:", "proxy-url: 'http://near:3128', server:");
    Map<String, String> environment = Map.of("HTTPS_PROXY", "far:8080");

    assertThat(access(text, environment).proxy()).contains(URI.create("http://near:3128"));
    assertThat(access(config("shop", "https://shop:6443", ""), environment).proxy())
        .contains(URI.create("http://far:8080"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.example", ".example", "example", "*", "a, shop.example"})
  void some_servers_need_no_proxy(String exceptions) throws Exception {
    Map<String, String> environment =
        Map.of("https_proxy", "http://far:8080", "no_proxy", exceptions);

    assertThat(access(config("shop", "https://shop.example:6443", ""), environment).proxy())
        .isEmpty();
    assertThat(access(config("shop", "https://127.0.0.1:6443", ""), environment).proxy()).isEmpty();
  }

  @Test
  void a_network_without_proxy_is_recognised_by_its_addresses() throws Exception {
    Map<String, String> environment =
        Map.of("HTTPS_PROXY", "far:8080", "NO_PROXY", "10.0.0.0/8,fd00::/8,x/8,10.0.0.0/99");

    assertThat(access(config("shop", "https://10.2.3.4", ""), environment).proxy()).isEmpty();
    assertThat(access(config("shop", "https://[fd00::1]", ""), environment).proxy()).isEmpty();
    assertThat(access(config("shop", "https://11.2.3.4", ""), environment).proxy()).isPresent();
    assertThat(access(config("shop", "https://10.example", ""), environment).proxy()).isPresent();
  }

  @Test
  void another_sort_of_proxy_is_refused_without_quoting_its_password() throws Exception {
    PortException failure =
        failure(() ->
            access(
                config("shop", "https://shop:6443", ""),
                Map.of("HTTPS_PROXY", "socks5://me:swordfish@far")));

    assertThat(failure).hasMessageContaining("HTTP proxy");
    assertThat(failure.getMessage()).doesNotContain(SECRET);
  }

  @Test
  void impersonation_is_carried_along() throws Exception {
    assertThat(
            access(config("shop", "https://shop:6443", "as: eve, as-groups: [a, b]"), Map.of())
                .actsAs())
        .isEqualTo(new ClusterAccess.ActsAs("eve", List.of("a", "b")));
  }

  private ClusterAccess access(String text, Map<String, String> environment) throws Exception {
    return new AccessReader(environment, CLOCK).read(read(write("access", text)), Optional.empty());
  }

  private Kubeconfig read(Path file) throws PortException {
    return Kubeconfig.read(Optional.of(file), Map.of());
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String config(String name, String server, String user) {
    return """
    current-context: %1$s
    contexts: [{name: %1$s, context: {cluster: c-%1$s, user: u-%1$s}}]
    clusters: [{name: c-%1$s, cluster: {server: '%2$s'}}]
    users: [{name: u-%1$s, user: {%3$s}}]
    """
        .formatted(name, server, user);
  }

  private static PortException failure(ThrowingCallable act) {
    return Optional.ofNullable(catchThrowableOfType(PortException.class, act)).orElseThrow();
  }
}
