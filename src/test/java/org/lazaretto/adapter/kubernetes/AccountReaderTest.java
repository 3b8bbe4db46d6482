package org.lazaretto.adapter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.kubernetes.FakeApiServer.Asked;
import org.lazaretto.adapter.kubernetes.FakeApiServer.Reply;
import org.lazaretto.model.AccountAccess;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.port.PortException;

/** What is read about a service account. */
class AccountReaderTest {
  private static final ObjectRef ACCOUNT =
      new ObjectRef("v1", "ServiceAccount", "shop", "cart", "");
  private static final String HERE = "{\"kind\":\"ServiceAccount\",\"name\":\"cart\"}";
  private static final String ELSEWHERE =
      "{\"kind\":\"ServiceAccount\",\"name\":\"cart\",\"namespace\":\"shop\"}";
  private static final String EVE = "{\"kind\":\"User\",\"name\":\"eve\"}";

  @TempDir private Path folder;

  private static Reply answer(Asked asked) {
    if (asked.path().endsWith("/rolebindings")) {
      return Reply.json(
          200,
          list(
              binding("shop", "own", HERE, EVE)
                  + ","
                  + binding("vault", "far", EVE, ELSEWHERE)
                  + ","
                  + binding("vault", "another-cart", HERE)));
    }
    return Reply.json(200, list(""));
  }

  private static String list(String items) {
    return "{\"items\":[" + items + "]}";
  }

  private static String binding(String namespace, String name, String... subjects) {
    return "{\"metadata\":{\"namespace\":\"%s\",\"name\":\"%s\",\"uid\":\"u-%s\"},"
            .formatted(namespace, name, name)
        + "\"roleRef\":{\"kind\":\"ClusterRole\",\"name\":\"edit\"},\"subjects\":["
        + String.join(",", subjects)
        + "]}";
  }

  @Test
  void only_a_secret_whose_type_says_that_it_is_a_token_is_one() throws Exception {
    try (FakeApiServer server = new FakeApiServer(AccountReaderTest::answer);
        KubernetesConnection cluster = server.connect(folder)) {
      cluster.reads().access(ACCOUNT);

      assertThat(server.asked())
          .filteredOn(asked -> asked.path().contains("/secrets"))
          .singleElement()
          .satisfies(asked ->
              assertThat(asked.path())
                  .endsWith("fieldSelector=type%3Dkubernetes.io%2Fservice-account-token"));
    }
  }

  @Test
  void an_answer_that_is_no_list_does_not_say_that_nothing_names_the_account() throws Exception {
    try (FakeApiServer server = new FakeApiServer(asked -> Reply.json(200, "{}"));
        KubernetesConnection cluster = server.connect(folder)) {
      assertThatThrownBy(() -> cluster.reads().access(ACCOUNT)).isInstanceOf(PortException.class);
    }
  }

  @Test
  void bindings_of_every_namespace_that_name_the_account_are_found_with_their_subjects()
      throws Exception {
    try (FakeApiServer server = new FakeApiServer(AccountReaderTest::answer);
        KubernetesConnection cluster = server.connect(folder)) {
      AccountAccess access = cluster.reads().access(ACCOUNT);

      assertThat(access.bindings())
          .extracting(each -> each.object().path())
          .containsExactly("shop/own", "vault/far");
      assertThat(access.bindings().getFirst().subjects()).containsExactly(HERE, EVE);
      assertThat(access.bindings().getFirst().naming()).containsExactly(HERE);
      assertThat(access.bindings().getLast().naming()).isEqualTo(List.of(ELSEWHERE));
    }
  }
}
