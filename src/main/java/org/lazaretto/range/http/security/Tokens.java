package org.lazaretto.range.http.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * Tokens of service accounts, signed by a key of this cluster: those that are asked for and end,
 * and the old ones that stand in a Secret. A token is worth something as long as what it is bound
 * to exists, in simulated time.
 */
public final class Tokens {
  /** Whom tokens are for if nobody says otherwise. */
  public static final String AUDIENCE = "https://kubernetes.default.svc";

  private static final String CLAIMS = "kubernetes.io";
  private static final String LEGACY = "kubernetes/serviceaccount";
  private static final String LEGACY_CLAIM = LEGACY.replace("kubernetes/", "kubernetes.io/") + "/";
  private static final String EXTRA = "authentication.kubernetes.io/";
  private static final Duration OF_PODS = Duration.ofSeconds(3607);
  private static final Duration EXTENDED = Duration.ofDays(365);
  private static final Duration LEEWAY = Duration.ofMinutes(1);
  private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
  private static final int PARTS = 3;

  private final ObjectStore store;
  private final RangeClock clock;
  private final KeyPair key;

  /** Signs tokens for the service accounts in a store. */
  public Tokens(ObjectStore store, RangeClock clock) {
    this.store = store;
    this.clock = clock;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      this.key = generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JVM has no elliptic curves", impossible);
    }
  }

  /**
   * A token that was issued.
   *
   * @param token what is sent as bearer token
   * @param expires when it should be replaced, in simulated time; it holds at least as long
   */
  public record Issued(String token, Instant expires) {
    @Override
    public String toString() {
      return "Issued[token hidden, expires " + expires + "]";
    }
  }

  /**
   * Issues a token that ends.
   *
   * @param bound the object whose end is the token's end too
   */
  public Issued issue(
      Stored account, List<String> audiences, Duration life, Optional<Stored> bound) {
    Instant now = clock.now();
    boolean extended = isKubelets(audiences, life, bound);
    ObjectNode claims = Json.object();
    audiences.forEach(claims.putArray("aud")::add);
    claims.put("exp", now.plus(extended ? EXTENDED : life).getEpochSecond());
    claims.put("iat", now.getEpochSecond()).put("iss", AUDIENCE);
    claims.put("jti", UUID.randomUUID().toString());
    ObjectNode own = claims.putObject(CLAIMS).put("namespace", account.namespace());
    bound
        .filter(object -> object.type().equals(ResourceTypes.PODS))
        .flatMap(pod -> pod.field("spec.nodeName"))
        .flatMap(node -> store.get(ResourceTypes.NODES, "", node))
        .ifPresent(node -> refer(own, node));
    bound.ifPresent(object -> refer(own, object));
    refer(own, account);
    if (extended) {
      own.put("warnafter", now.plus(life).getEpochSecond());
    }
    claims.put("nbf", now.getEpochSecond()).put("sub", subject(account));
    return new Issued(signed(claims), now.plus(life));
  }

  /**
   * Whether this is the token of every pod: a real server has it hold for a year and only tells who
   * uses it after its time.
   */
  private static boolean isKubelets(List<String> audiences, Duration life, Optional<Stored> bound) {
    return life.equals(OF_PODS)
        && audiences.contains(AUDIENCE)
        && bound.filter(object -> object.type().equals(ResourceTypes.PODS)).isPresent();
  }

  /** Issues a token that stands in a Secret and does not end by itself. */
  public String issueFor(Stored account, String secret) {
    ObjectNode claims = Json.object().put("iss", LEGACY);
    claims.put(LEGACY_CLAIM + "namespace", account.namespace());
    claims.put(LEGACY_CLAIM + "secret.name", secret);
    claims.put(LEGACY_CLAIM + "service-account.name", account.name());
    claims.put(LEGACY_CLAIM + "service-account.uid", account.uid());
    return signed(claims.put("sub", subject(account)));
  }

  private static void refer(ObjectNode claims, Stored object) {
    claims.putObject(object.type().singular()).put("name", object.name()).put("uid", object.uid());
  }

  private static String subject(Stored account) {
    return Identity.serviceAccountName(account.namespace(), account.name());
  }

  private String signed(ObjectNode claims) {
    ObjectNode header = Json.object().put("alg", "ES256").put("typ", "JWT");
    String body = base64(Json.bytes(header)) + "." + base64(Json.bytes(claims));
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key.getPrivate());
      signature.update(body.getBytes(StandardCharsets.US_ASCII));
      return body + "." + base64(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JVM cannot sign", impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whose token this is, if it is one of this cluster and still worth something. */
  public Optional<Identity> identify(String token) {
    return claims(token).flatMap(this::holder);
  }

  private Optional<JsonNode> claims(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key.getPublic());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
          ? Optional.of(Json.parse(Base64.getUrlDecoder().decode(parts[1])))
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException | IOException forged) {
      return Optional.empty();
    }
  }

  private Optional<Identity> holder(JsonNode claims) {
    if (claims.path("iss").asText("").equals(LEGACY)) {
      return legacyHolder(claims);
    }
    JsonNode own = claims.path(CLAIMS);
    String namespace = own.path("namespace").asText("");
    boolean current =
        claims.path("aud").valueStream().anyMatch(a -> a.asText("").equals(AUDIENCE))
            && claims.path("exp").asLong(0) > clock.now().getEpochSecond()
            && exists(ResourceTypes.SERVICE_ACCOUNTS, namespace, own)
            && boundExists(ResourceTypes.PODS, namespace, own)
            && boundExists(ResourceTypes.SECRETS, namespace, own);
    return current
        ? Optional.of(
            Identity.ofServiceAccount(namespace, own.path("serviceaccount").path("name").asText(""))
                .with(extra(claims)))
        : Optional.empty();
  }

  private static Map<String, List<String>> extra(JsonNode claims) {
    Map<String, List<String>> extra = new HashMap<>();
    extra.put(EXTRA + "credential-id", List.of("JTI=" + claims.path("jti").asText("")));
    for (String kind : List.of("node", "pod")) {
      JsonNode reference = claims.path(CLAIMS).path(kind);
      if (reference.isObject()) {
        extra.put(EXTRA + kind + "-name", List.of(reference.path("name").asText("")));
        extra.put(EXTRA + kind + "-uid", List.of(reference.path("uid").asText("")));
      }
    }
    return extra;
  }

  private boolean boundExists(ResourceType type, String namespace, JsonNode claims) {
    return !claims.has(type.singular()) || exists(type, namespace, claims);
  }

  /** Whether an object has had a minute since it should have been gone. */
  private boolean isOverdue(Stored object) {
    String due = object.tree().at("/metadata/deletionTimestamp").asText("");
    return !due.isEmpty() && Instant.parse(due).plus(LEEWAY).isBefore(clock.now());
  }

  private boolean exists(ResourceType type, String namespace, JsonNode claims) {
    JsonNode reference = claims.path(type.singular());
    return store
        .get(type, namespace, reference.path("name").asText(""))
        .filter(object -> object.uid().equals(reference.path("uid").asText("")))
        .filter(object -> !object.deleting() || !isOverdue(object))
        .isPresent();
  }

  private Optional<Identity> legacyHolder(JsonNode claims) {
    String namespace = claims.path(LEGACY_CLAIM + "namespace").asText("");
    String account = claims.path(LEGACY_CLAIM + "service-account.name").asText("");
    String uid = claims.path(LEGACY_CLAIM + "service-account.uid").asText("");
    String secret = claims.path(LEGACY_CLAIM + "secret.name").asText("");
    boolean current =
        store.get(ResourceTypes.SECRETS, namespace, secret).isPresent()
            && store
                .get(ResourceTypes.SERVICE_ACCOUNTS, namespace, account)
                .filter(object -> object.uid().equals(uid))
                .isPresent();
    return current ? Optional.of(Identity.ofServiceAccount(namespace, account)) : Optional.empty();
  }
}
