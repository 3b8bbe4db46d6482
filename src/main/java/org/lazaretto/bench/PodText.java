package org.lazaretto.bench;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The JSON of pods as a cluster holds them: about 6 kB each, nearly half of it bookkeeping. */
final class PodText {
  private static final int PODS_OF_A_WORKLOAD = 20;
  private static final int NODES = 1000;
  private static final int NAMESPACES = 40;
  private static final String FIELDS = fields();

  /** The pod of that number. */
  byte[] pod(int number) {
    int workload = number / PODS_OF_A_WORKLOAD;
    String name = "service-%d-6f7d9c%04x-%05x".formatted(workload, workload, number);
    String owner = new UUID(7, workload).toString();
    return """
    {"metadata":{"name":"%1$s","generateName":"service-%2$d-","namespace":"team-%3$d","uid":"%4$s",\
    "resourceVersion":"%5$d","creationTimestamp":"2026-03-01T10:%6$02d:%7$02dZ","labels":{\
    "app.kubernetes.io/name":"service-%2$d","app.kubernetes.io/part-of":"team-%3$d",\
    "pod-template-hash":"6f7d9c%2$04x"},"annotations":{"prometheus.io/scrape":"true",\
    "prometheus.io/port":"9090"},"ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet",\
    "name":"service-%2$d-6f7d9c%2$04x","uid":"%8$s","controller":true,\
    "blockOwnerDeletion":true}],"managedFields":[%9$s]},\
    "spec":{"volumes":[{"name":"tmp","emptyDir":{}},{"name":"settings","configMap":{"name":\
    "service-%2$d","defaultMode":420}},{"name":"kube-api-access","projected":{"sources":[{\
    "serviceAccountToken":{"expirationSeconds":3607,"path":"token"}},{"configMap":{"name":\
    "kube-root-ca.crt","items":[{"key":"ca.crt","path":"ca.crt"}]}}],"defaultMode":420}}],\
    "containers":[{"name":"main","image":"registry.example/team-%3$d/service-%2$d:1.4.%2$d",\
    "ports":[{"name":"http","containerPort":8080,"protocol":"TCP"}],"env":[{"name":"PASSWORD",\
    "valueFrom":{"secretKeyRef":{"name":"service-%2$d-db","key":"password"}}},{"name":"LEVEL",\
    "value":"info"}],"resources":{"limits":{"memory":"256Mi"},"requests":{"cpu":"100m",\
    "memory":"128Mi"}},"livenessProbe":{"httpGet":{"path":"/alive","port":"http","scheme":"HTTP"},\
    "timeoutSeconds":1,"periodSeconds":10,"successThreshold":1,"failureThreshold":3},\
    "imagePullPolicy":"IfNotPresent","terminationMessagePath":"/dev/termination-log"},{"name":\
    "proxy","image":"registry.example/mesh/proxy:2.1.0","resources":{"requests":{"cpu":"50m",\
    "memory":"64Mi"}},"imagePullPolicy":"IfNotPresent"}],"restartPolicy":"Always",\
    "terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","serviceAccountName":\
    "service-%2$d","nodeName":"node-%10$d","schedulerName":"default-scheduler","tolerations":[{\
    "key":"node.kubernetes.io/not-ready","operator":"Exists","effect":"NoExecute",\
    "tolerationSeconds":300},{"key":"node.kubernetes.io/unreachable","operator":"Exists",\
    "effect":"NoExecute","tolerationSeconds":300}]},"status":{"phase":"Running","conditions":[{\
    "type":"Initialized","status":"True"},{"type":"Ready","status":"True"},{"type":\
    "ContainersReady","status":"True"},{"type":"PodScheduled","status":"True"}],"hostIP":\
    "10.0.%11$d.%12$d","podIP":"10.%13$d.%11$d.%12$d","startTime":"2026-03-01T10:00:00Z",\
    "containerStatuses":[{"name":"main","state":{"running":{"startedAt":"2026-03-01T10:00:05Z"}},\
    "lastState":{},"ready":true,"restartCount":0,"image":"service","imageID":\
    "registry.example/team-%3$d/service-%2$d@sha256:%2$064x","containerID":"containerd://%5$064x",\
    "started":true},{"name":"proxy","state":{"running":{"startedAt":"2026-03-01T10:00:05Z"}},\
    "ready":true,"restartCount":0,"imageID":"registry.example/mesh/proxy@sha256:%14$064x",\
    "containerID":"containerd://%5$064x","started":true}],"qosClass":"Burstable"}}\
    """
        .formatted(
            name,
            workload,
            workload % NAMESPACES,
            new UUID(number * 0x9E3779B97F4A7C15L, number).toString(),
            1_000_000 + number,
            number / 60 % 60,
            number % 60,
            owner,
            FIELDS,
            number % NODES,
            number / 250 % 250,
            number % 250 + 1,
            64 + number / 62_500,
            7)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String fields() {
    StringBuilder text = new StringBuilder();
    for (String manager : new String[] {"kube-controller-manager", "kubelet"}) {
      text.append(text.isEmpty() ? "" : ",")
          .append("{\"manager\":\"")
          .append(manager)
          .append("\",\"operation\":\"Update\",\"apiVersion\":\"v1\",\"fieldsType\":\"FieldsV1\",")
          .append("\"fieldsV1\":{\"f:spec\":{");
      for (int i = 0; i < 29; i++) {
        text.append(i == 0 ? "" : ",")
            .append("\"f:field-of-the-spec-")
            .append(i)
            .append("\":{\".\":{},\"f:type\":{}}");
      }
      text.append("}}}");
    }
    return text.toString();
  }
}
