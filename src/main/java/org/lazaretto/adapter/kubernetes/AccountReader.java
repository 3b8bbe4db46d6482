package org.lazaretto.adapter.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lazaretto.adapter.kubernetes.wire.Answered;
import org.lazaretto.adapter.kubernetes.wire.Call;
import org.lazaretto.adapter.kubernetes.wire.Transport;
import org.lazaretto.model.AccountAccess;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.port.PortException;

/** Reads which bindings and which Secrets are about a service account. */
final class AccountReader {
  private static final String RBAC = "rbac.authorization.k8s.io/v1";
  private static final String NAMED = "kubernetes.io/service-account.name";

  private final Transport transport;

  AccountReader(Transport transport) {
    this.transport = transport;
  }

  AccountAccess read(ObjectRef account) throws PortException {
    List<AccountAccess.Binding> bindings = new ArrayList<>();
    bindings(account, "ClusterRoleBinding", bindings);
    bindings(account, "RoleBinding", bindings);
    return new AccountAccess(account, bindings, tokens(account));
  }

  /** Of all namespaces: a binding of any of them may name the account. */
  private void bindings(ObjectRef account, String kind, List<AccountAccess.Binding> found)
      throws PortException {
    String path = "/apis/" + RBAC + "/" + kind.toLowerCase(Locale.ROOT) + "s";
    for (JsonNode each : items(transport.demand(Call.get(path)))) {
      List<String> subjects = new ArrayList<>();
      List<String> naming = new ArrayList<>();
      String home = each.path("metadata").path("namespace").asText("");
      for (JsonNode subject : each.path("subjects")) {
        subjects.add(subject.toString());
        if (names(subject, home, account)) {
          naming.add(subject.toString());
        }
      }
      if (!naming.isEmpty()) {
        JsonNode role = each.path("roleRef");
        found.add(
            new AccountAccess.Binding(
                ref(RBAC, kind, each),
                role.path("kind").asText("") + " " + role.path("name").asText(""),
                subjects,
                naming));
      }
    }
  }

  private static boolean names(JsonNode subject, String home, ObjectRef account) {
    String namespace = subject.path("namespace").asText(home);
    return subject.path("kind").asText("").equals("ServiceAccount")
        && subject.path("name").asText("").equals(account.name())
        && namespace.equals(account.namespace());
  }

  /** What answers and is no list does not say that there is nothing. */
  private static JsonNode items(Answered answered) throws PortException {
    JsonNode list = answered.json();
    if (!list.has("items")) {
      throw new PortException(
          PortException.Kind.SERVER_ERROR, answered.call().line() + ": the answer is not a list");
    }
    return list.path("items");
  }

  /**
   * Of Secrets the server sends the metadata alone, and only of those whose type says that they
   * hold a token: with the annotation alone an intruder would have any Secret deleted.
   */
  private List<ObjectRef> tokens(ObjectRef account) throws PortException {
    ObjectRef place = new ObjectRef("v1", "Secret", account.namespace(), "", "");
    String path =
        ApiPath.collection(place)
            + "?fieldSelector="
            + ApiPath.word("type=kubernetes.io/service-account-token");
    List<ObjectRef> tokens = new ArrayList<>();
    for (JsonNode each : items(transport.demand(Call.metadata(path)))) {
      JsonNode notes = each.path("metadata").path("annotations");
      if (notes.path(NAMED).asText("").equals(account.name())) {
        tokens.add(ref(place.apiVersion(), place.kind(), each));
      }
    }
    return tokens;
  }

  private static ObjectRef ref(String apiVersion, String kind, JsonNode object) {
    JsonNode metadata = object.path("metadata");
    return new ObjectRef(
        apiVersion,
        kind,
        metadata.path("namespace").asText(""),
        metadata.path("name").asText(""),
        metadata.path("uid").asText(""));
  }
}
