package org.lazaretto.plan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;

/**
 * Paths of the Kubernetes API. Names are input from the cluster, so each is percent-encoded: none
 * can leave its place in the path.
 */
public final class RawPath {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private RawPath() {}

  /** One segment or one value of a query, everything but RFC 3986's unreserved letters encoded. */
  public static String encode(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (PLAIN.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append("%02X".formatted((int) c));
      }
    }
    String encoded = out.toString();
    boolean dots = encoded.equals(".") || encoded.equals("..");
    return dots ? encoded.replace(".", "%2E") : encoded;
  }

  /** A list in a namespace, such as the {@code networkpolicies} of {@code networking.k8s.io/v1}. */
  public static String list(String apiVersion, String namespace, String plural) {
    String scope = namespace.isEmpty() ? "" : "/namespaces/" + encode(namespace);
    return root(apiVersion) + scope + "/" + plural;
  }

  /** One object. */
  public static String of(ObjectRef ref) {
    String plural = plural(ref.apiVersion(), ref.kind());
    return list(ref.apiVersion(), ref.namespace(), plural) + "/" + encode(ref.name());
  }

  private static String root(String apiVersion) {
    String group = apiVersion.contains("/") ? "/apis/" : "/api/";
    return group + apiVersion;
  }

  /**
   * The plural of a kind. A kind that is not observed, such as an owner defined by the cluster's
   * users, gets the plural that the API conventions propose.
   */
  private static String plural(String apiVersion, String kind) {
    for (ObservedKind known : ObservedKind.values()) {
      if (known.kind().equals(kind) && known.apiVersion().equals(apiVersion)) {
        return known.plural();
      }
    }
    String lower = encode(kind.toLowerCase(Locale.ROOT));
    if (lower.endsWith("s") || lower.endsWith("x") || lower.endsWith("ch")) {
      return lower + "es";
    }
    boolean y = lower.endsWith("cy") || lower.endsWith("ry") || lower.endsWith("ty");
    return y ? lower.substring(0, lower.length() - 1) + "ies" : lower + "s";
  }
}
