package org.lazaretto.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.PodRef;

/**
 * The label by which a case knows its own suspects, and the objects made for it: names that no
 * other case and nobody else uses.
 */
public final class Quarantine {
  /** The key of the label, on pods, policies and probes. */
  public static final String KEY = "lazaretto.org/quarantine";

  private static final Pattern VALUE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
  private static final int DIGITS = 12;

  private Quarantine() {}

  /** The label's value for a case: the same for all plans of the case, and for no other case. */
  public static String ofCase(String caseId, String clusterUid) {
    return "case-" + hash(clusterUid + " " + caseId);
  }

  /** The label's value while there is no case: that of exactly these suspects. */
  public static String of(List<PodRef> suspects) {
    return "pods-" + hash(String.join(" ", suspects.stream().map(PodRef::uid).sorted().toList()));
  }

  /** Whether it can be the value of the label and part of a name. */
  public static boolean valid(String value) {
    return VALUE.matcher(value).matches();
  }

  /** The case's policy in a namespace, without a UID. */
  public static ObjectRef policy(String namespace, String value) {
    return ObservedKind.NETWORK_POLICY.ref(namespace, "lazaretto-" + value, "");
  }

  /** A policy that allows nothing in either direction to what carries the label. */
  public static String manifest(ObjectRef policy, String value) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("apiVersion", policy.apiVersion()).put("kind", policy.kind());
    ObjectNode metadata = root.putObject("metadata");
    metadata.put("name", policy.name()).put("namespace", policy.namespace());
    metadata.putObject("labels").put(KEY, value);
    ObjectNode spec = root.putObject("spec");
    spec.putObject("podSelector").putObject("matchLabels").put(KEY, value);
    spec.putArray("policyTypes").add("Ingress").add("Egress");
    return root.toString();
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
