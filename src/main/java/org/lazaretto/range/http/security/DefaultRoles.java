package org.lazaretto.range.http.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/** The roles and bindings that every cluster begins with, and those of the practice identities. */
public final class DefaultRoles {
  private static final String FILE = "/range/roles.yaml";

  private DefaultRoles() {}

  /** Creates them, and keeps the aggregated ones up to date from then on. */
  public static void install(ObjectStore store) {
    for (JsonNode object : read().path("items")) {
      ResourceType type =
          object.path("kind").asText("").equals("ClusterRole")
              ? ResourceTypes.CLUSTER_ROLES
              : ResourceTypes.CLUSTER_ROLE_BINDINGS;
      store.create(type, ((ObjectNode) object).deepCopy());
    }
    RoleAggregation.keep(store);
  }

  private static JsonNode read() {
    try (InputStream file =
        Objects.requireNonNull(DefaultRoles.class.getResourceAsStream(FILE), FILE)) {
      return new YAMLMapper().readTree(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
