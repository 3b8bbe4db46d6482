package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lazaretto.range.store.ResourceTypes;

/** The two protocols of exec and attach, byte for byte. */
@Timeout(60)
class ChannelsTest {
  private static final String POD = "/api/v1/namespaces/shop/pods/web-1/";
  private final EchoDoor door = new EchoDoor();
  private PracticeServer practice;
  private TestClient client;

  @BeforeEach
  void start() throws IOException {
    practice =
        new PracticeServer(new ServerParts.Behaviour(Admission.none(), LogSource.silent(), door));
    client = TestClient.admin(practice);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    practice.close();
  }

  /** One conversation: what came, as "channel:text", and at last "closed:code". */
  private static final class Talk implements WebSocket.Listener {
    private final BlockingQueue<String> came = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      partial.append(new String(bytes, StandardCharsets.ISO_8859_1));
      if (last) {
        came.add((int) partial.charAt(0) + ":" + partial.substring(1));
        partial.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      came.add("closed:" + code);
      return CompletableFuture.completedStage(null);
    }

    String next() throws InterruptedException {
      return String.valueOf(came.poll(20, TimeUnit.SECONDS));
    }
  }

  private WebSocket open(String protocol, String path, Talk talk) {
    return client
        .http
        .newWebSocketBuilder()
        .header("Authorization", "Bearer " + PracticeServer.ADMIN_TOKEN)
        .subprotocols(protocol)
        .buildAsync(
            java.net.URI.create(
                practice.server.url().toString().replace("https", "wss") + POD + path),
            talk)
        .join();
  }

  @Test
  void what_a_command_writes_comes_on_its_channels_and_then_its_status() throws Exception {
    for (String protocol : new String[] {"v4.channel.k8s.io", "v5.channel.k8s.io"}) {
      Talk talk = new Talk();
      WebSocket socket =
          open(protocol, "exec?command=say&command=a+b&stdout=true&stderr=true", talk);
      assertThat(socket.getSubprotocol()).isEqualTo(protocol);
      assertThat(talk.next()).isEqualTo("1:");
      assertThat(talk.next()).isEqualTo("1:a b");
      assertThat(talk.next()).isEqualTo("2:and a warning");
      assertThat(talk.next()).isEqualTo("3:{\"metadata\":{},\"status\":\"Success\"}");
      assertThat(talk.next()).isEqualTo("closed:1000");
    }
  }

  @Test
  void an_exit_code_is_a_cause_of_the_status() throws Exception {
    Talk talk = new Talk();
    open("v4.channel.k8s.io", "exec?command=fail&stdout=true", talk);
    talk.next();
    assertThat(talk.next())
        .startsWith("3:")
        .contains("\"reason\":\"NonZeroExitCode\"")
        .contains("\"causes\":[{\"reason\":\"ExitCode\",\"message\":\"3\"}]");
  }

  @Test
  void what_cannot_be_begun_has_no_exit_code() throws Exception {
    Talk talk = new Talk();
    open("v5.channel.k8s.io", "exec?command=nonsense&stdout=true", talk);
    talk.next();
    assertThat(talk.next())
        .contains("Internal error occurred: executable file not found in $PATH")
        .doesNotContain("ExitCode");
  }

  @Test
  void input_size_and_the_end_of_input_reach_the_container() throws Exception {
    Talk talk = new Talk();
    WebSocket socket = open("v5.channel.k8s.io", "exec?command=cat&stdin=true&stdout=true", talk);
    talk.next();
    send(socket, 4, "{\"Width\":120,\"Height\":40}");
    send(socket, 4, "nonsense");
    send(socket, 0, "hello");
    assertThat(talk.next()).isEqualTo("1:hello");
    assertThat(door.heard).contains("120x40");
    socket.sendBinary(ByteBuffer.wrap(new byte[] {(byte) 255, 0}), true).join();
    assertThat(talk.next()).startsWith("3:").contains("Success");
    assertThat(talk.next()).isEqualTo("closed:1000");
  }

  private static void send(WebSocket socket, int channel, String text) {
    byte[] bytes = (" " + text).getBytes(StandardCharsets.UTF_8);
    bytes[0] = (byte) channel;
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  @Test
  void on_a_terminal_both_outputs_are_one() throws Exception {
    Talk talk = new Talk();
    open("v4.channel.k8s.io", "exec?command=say&command=x&stdout=true&tty=true", talk);
    talk.next();
    assertThat(talk.next()).isEqualTo("1:x");
    assertThat(talk.next()).isEqualTo("1:and a warning");
  }

  @Test
  void a_long_output_comes_in_pieces_and_whole() throws Exception {
    String much = "x".repeat(60_000);
    Talk talk = new Talk();
    open("v4.channel.k8s.io", "exec?command=say&stdout=true&command=" + much, talk);
    StringBuilder all = new StringBuilder();
    String next = talk.next();
    while (!next.startsWith("3:")) {
      all.append(next.startsWith("1:") ? next.substring(2) : "");
      next = talk.next();
    }
    assertThat(all.length()).isEqualTo(much.length());
  }

  @Test
  void a_protocol_that_is_not_spoken_is_refused() {
    assertThat(
            catchHandshake(
                () -> open("v9.channel.k8s.io", "exec?command=say&stdout=true", new Talk())))
        .isEqualTo(403);
  }

  private static int catchHandshake(Runnable act) {
    try {
      act.run();
      return 101;
    } catch (CompletionException failed) {
      return failed.getCause() instanceof WebSocketHandshakeException refused
          ? refused.getResponse().statusCode()
          : -1;
    }
  }

  @Test
  void spdy_and_no_upgrade_at_all_are_refused_in_words() {
    assertThat(client.post(POD + "exec?command=say&stdout=true", "").at("/message"))
        .isEqualTo("Upgrade request required");
    assertThat(client.get(POD + "attach?stdout=true").code()).isEqualTo(400);
  }

  @Test
  void what_else_is_wrong_is_said_first() {
    practice.store.create(
        ResourceTypes.PODS,
        PracticeServer.json(
            "{'metadata':{'name':'two','namespace':'shop'},'spec':{'containers':[{'name':'a','image':'x'},{'name':'b','image':'x'}]}}"));

    assertThat(client.get(POD + "exec?stdout=true").at("/message"))
        .isEqualTo("you must specify at least one command for the container");
    assertThat(client.get(POD + "exec?command=say").at("/message"))
        .isEqualTo("you must specify at least 1 of stdin, stdout, stderr");
    assertThat(client.get(POD + "exec?command=say&container=db&stdout=true").at("/message"))
        .isEqualTo("container db is not valid for pod web-1");
    assertThat(client.get(POD.replace("web-1", "nope") + "exec?command=say").code()).isEqualTo(404);
    String two = POD.replace("web-1", "two");
    assertThat(client.get(two + "exec?command=say&stdout=true").at("/message"))
        .isEqualTo("a container name must be specified for pod two, choose one of: [a b]");
    assertThat(client.get(two + "exec?command=say&container=a&stdout=true").at("/message"))
        .isEqualTo("pod two does not have a host assigned");
  }

  @Test
  void entering_a_container_takes_the_right_to_create() {
    String way = POD + "exec?command=say&stdout=true";
    try (TestClient other = TestClient.withToken(practice, PracticeServer.RESTRICTED_TOKEN)) {
      grant("get");
      assertThat(other.get(way).at("/message"))
          .contains("cannot create resource \"pods/exec\" in API group \"\"");
      practice.store.update(
          ResourceTypes.ROLES,
          "shop",
          "enter",
          role -> {
            ((ObjectNode) role.at("/rules/0")).putArray("verbs").add("create");
            return role;
          });
      assertThat(other.get(way).at("/message")).isEqualTo("Upgrade request required");
    }
  }

  private void grant(String verb) {
    practice.store.create(
        ResourceTypes.ROLES,
        PracticeServer.json(
            "{'metadata':{'name':'enter','namespace':'shop'},'rules':[{'verbs':['%s'],'apiGroups':[''],'resources':['pods/exec']}]}"
                .formatted(verb)));
    practice.store.create(
        ResourceTypes.ROLE_BINDINGS,
        PracticeServer.json(
            "{'metadata':{'name':'enter','namespace':'shop'},'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'Role','name':'enter'},'subjects':[{'apiGroup':'rbac.authorization.k8s.io','kind':'Group','name':'responders'}]}"));
  }
}
