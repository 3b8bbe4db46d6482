package org.lazaretto.adapter.kubernetes;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lazaretto.adapter.kubernetes.wire.Call;
import org.lazaretto.model.Permission;

/** Questions to the server about ourselves. */
final class Reviews {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Reviews() {}

  static Call whoAmI() {
    ObjectNode review = MAPPER.createObjectNode();
    review.put("apiVersion", "authentication.k8s.io/v1").put("kind", "SelfSubjectReview");
    return Call.ask("/apis/authentication.k8s.io/v1/selfsubjectreviews", review.toString());
  }

  static Call mayI(Permission permission) {
    ObjectNode review = MAPPER.createObjectNode();
    review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
    ObjectNode wanted = review.putObject("spec").putObject("resourceAttributes");
    wanted.put("verb", permission.verb()).put("resource", permission.resource());
    putUnlessEmpty(wanted, "group", permission.group());
    putUnlessEmpty(wanted, "subresource", permission.subresource());
    putUnlessEmpty(wanted, "namespace", permission.namespace());
    return Call.ask("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", review.toString());
  }

  private static void putUnlessEmpty(ObjectNode node, String field, String value) {
    if (!value.isEmpty()) {
      node.put(field, value);
    }
  }
}
