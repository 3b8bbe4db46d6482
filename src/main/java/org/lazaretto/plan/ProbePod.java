package org.lazaretto.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;

/**
 * The pod that tries one connection and ends: without rights, without a token, within the
 * restricted pod security standard. Its exit code is that of {@code nc -z}.
 */
public final class ProbePod {
  private static final int NOBODY = 65_534;
  private static final String PREFIX = "lazaretto-probe-";
  private static final String BY = "app.kubernetes.io/managed-by";
  private static final String BY_US = "lazaretto";

  /** The label by which a probe's pod is found again; its value is the UID of the pod it tries. */
  private static final String OF = "lazaretto-probe-of";

  private ProbePod() {}

  /** What the probe runs. */
  public static List<String> words(ContainStep.Probe probe) {
    return List.of("nc", "-z", "-w", "3", probe.address(), String.valueOf(probe.port()));
  }

  /** Where probes stand; the server chooses the name. */
  public static ObjectRef place(String namespace) {
    return ObservedKind.POD.ref(namespace, "", "");
  }

  /** Whether a pod is one that was made to try the suspect of that UID, by all that tells it. */
  public static boolean tries(Pod pod, String suspect) {
    return !suspect.isEmpty()
        && pod.ref().name().startsWith(PREFIX)
        && pod.controller().isEmpty()
        && BY_US.equals(pod.labels().get(BY))
        && suspect.equals(pod.labels().get(OF));
  }

  /** The pod as JSON. */
  public static String manifest(ContainStep.ProbeIngress step) {
    String namespace = step.pod().namespace();
    ObjectNode root = pod(step);
    ObjectNode metadata = (ObjectNode) root.get("metadata");
    metadata.put("generateName", PREFIX).put("namespace", namespace);
    return root.toString();
  }

  /** What makes a pod of another name the same, for {@code kubectl run}. */
  static String overrides(ContainStep.ProbeIngress step) {
    return pod(step).toString();
  }

  private static ObjectNode pod(ContainStep.ProbeIngress step) {
    ContainStep.Probe probe = step.probe();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("apiVersion", "v1").put("kind", "Pod");
    root.putObject("metadata").putObject("labels").put(BY, BY_US).put(OF, step.pod().uid());
    ObjectNode spec = root.putObject("spec");
    spec.put("restartPolicy", "Never").put("automountServiceAccountToken", false);
    spec.put("terminationGracePeriodSeconds", 1);
    spec.putObject("securityContext")
        .put("runAsNonRoot", true)
        .put("runAsUser", NOBODY)
        .putObject("seccompProfile")
        .put("type", "RuntimeDefault");
    ObjectNode container = spec.putArray("containers").addObject();
    container.put("name", "probe").put("image", probe.image());
    ArrayNode command = container.putArray("command");
    words(probe).forEach(command::add);
    ObjectNode resources = container.putObject("resources");
    resources.putObject("requests").put("cpu", "10m").put("memory", "16Mi");
    resources.putObject("limits").put("memory", "32Mi");
    ObjectNode security = container.putObject("securityContext");
    security.put("allowPrivilegeEscalation", false);
    security.putObject("capabilities").putArray("drop").add("ALL");
    return root;
  }
}
