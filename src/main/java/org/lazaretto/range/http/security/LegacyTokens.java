package org.lazaretto.range.http.security;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Fills in the Secrets that ask for the token of a service account. */
public final class LegacyTokens {
  private static final String TYPE = "kubernetes.io/service-account-token";
  private static final String NAME = "kubernetes.io/service-account.name";
  private static final String UID = "kubernetes.io/service-account.uid";

  private final ObjectStore store;
  private final Tokens tokens;
  private final String authorityPem;

  /**
   * Fills in Secrets.
   *
   * @param authorityPem the certificate of the cluster's authority, which stands beside the token
   */
  public LegacyTokens(ObjectStore store, Tokens tokens, String authorityPem) {
    this.store = store;
    this.tokens = tokens;
    this.authorityPem = authorityPem;
  }

  /** Completes a Secret of that type whose service account exists; leaves all else as it is. */
  public void complete(ResourceType type, ObjectNode object) {
    if (!type.equals(ResourceTypes.SECRETS) || !object.path("type").asText("").equals(TYPE)) {
      return;
    }
    ObjectNode metadata = Json.child(object, "metadata");
    String namespace = metadata.path("namespace").asText("");
    String name = metadata.path("annotations").path(NAME).asText("");
    Optional<Stored> account = store.get(ResourceTypes.SERVICE_ACCOUNTS, namespace, name);
    account.ifPresent(known -> {
      Json.child(metadata, "annotations").put(UID, known.uid());
      ObjectNode data = Json.child(object, "data");
      data.put("ca.crt", base64(authorityPem)).put("namespace", base64(namespace));
      data.put("token", base64(tokens.issueFor(known, metadata.path("name").asText(""))));
    });
  }

  /** Completes the Secrets that came with the world, before anybody could write one. */
  public void completeAll() {
    for (Stored secret : store.list(ResourceTypes.SECRETS, Optional.empty())) {
      if (secret.tree().path("type").asText("").equals(TYPE)) {
        store.update(
            ResourceTypes.SECRETS,
            secret.namespace(),
            secret.name(),
            object -> {
              complete(ResourceTypes.SECRETS, object);
              return object;
            });
      }
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
