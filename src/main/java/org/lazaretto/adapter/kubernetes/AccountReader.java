package org.lazaretto.adapter.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
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
    bindings(account, new ObjectRef(RBAC, "ClusterRoleBinding", "", "", ""), bindings);
    bindings(account, new ObjectRef(RBAC, "RoleBinding", account.namespace(), "", ""), bindings);
    return new AccountAccess(account, bindings, tokens(account));
  }

  private void bindings(ObjectRef account, ObjectRef place, List<AccountAccess.Binding> found)
      throws PortException {
    JsonNode list = transport.demand(Call.get(ApiPath.collection(place))).json();
    for (JsonNode each : list.path("items")) {
      ArrayNode left = JsonNodeFactory.instance.arrayNode();
      for (JsonNode subject : each.path("subjects")) {
        if (!names(subject, account)) {
          left.add(subject);
        }
      }
      if (left.size() < each.path("subjects").size()) {
        JsonNode role = each.path("roleRef");
        found.add(
            new AccountAccess.Binding(
                ref(place, each),
                role.path("kind").asText("") + " " + role.path("name").asText(""),
                each.path("subjects").toString(),
                left.isEmpty() ? "" : left.toString()));
      }
    }
  }

  private static boolean names(JsonNode subject, ObjectRef account) {
    String namespace = subject.path("namespace").asText(account.namespace());
    return subject.path("kind").asText("").equals("ServiceAccount")
        && subject.path("name").asText("").equals(account.name())
        && namespace.equals(account.namespace());
  }

  /** Of Secrets the server sends the metadata alone. */
  private List<ObjectRef> tokens(ObjectRef account) throws PortException {
    ObjectRef place = new ObjectRef("v1", "Secret", account.namespace(), "", "");
    JsonNode list = transport.demand(Call.metadata(ApiPath.collection(place))).json();
    List<ObjectRef> tokens = new ArrayList<>();
    for (JsonNode each : list.path("items")) {
      JsonNode notes = each.path("metadata").path("annotations");
      if (notes.path(NAMED).asText("").equals(account.name())) {
        tokens.add(ref(place, each));
      }
    }
    return tokens;
  }

  private static ObjectRef ref(ObjectRef place, JsonNode object) {
    JsonNode metadata = object.path("metadata");
    return new ObjectRef(
        place.apiVersion(),
        place.kind(),
        place.namespace(),
        metadata.path("name").asText(""),
        metadata.path("uid").asText(""));
  }
}
