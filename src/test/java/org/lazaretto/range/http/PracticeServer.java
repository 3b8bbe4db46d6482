package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.lazaretto.range.clock.SteppedClock;
import org.lazaretto.range.http.security.Certificates;
import org.lazaretto.range.http.security.DefaultRoles;
import org.lazaretto.range.http.security.Identity;
import org.lazaretto.range.http.security.Kubeconfig;
import org.lazaretto.range.http.security.Tokens;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;

/** A server with a handful of objects for tests. No controller is at work: what is there stays. */
final class PracticeServer implements AutoCloseable {
  static final String ADMIN_TOKEN = "admin-token";
  static final String RESTRICTED_TOKEN = "restricted-token";

  final SteppedClock clock = new SteppedClock(InstantSource.system().instant());
  final ObjectStore store = new ObjectStore(clock);
  final ServerParts.Instruments instruments = ServerParts.Instruments.plain();
  final Security security;
  final ApiServer server;

  PracticeServer() throws IOException {
    this(ServerParts.Behaviour.none());
  }

  PracticeServer(ServerParts.Behaviour behaviour) throws IOException {
    security =
        Security.of(
            new Certificates(InstantSource.system()),
            Map.of(
                ADMIN_TOKEN, Identity.of("admin", Identity.MASTERS),
                RESTRICTED_TOKEN, Identity.of("responder", "responders")),
            store,
            new Tokens(store, clock),
            InstantSource.system());
    DefaultRoles.install(store);
    responders();
    seed();
    server =
        ApiServer.start(
            new ServerParts(store, clock, security, behaviour, instruments, "v1.35.2-eks-1a2b3c4"),
            0);
  }

  /** Responders may do everything but read secrets and evict. */
  private void responders() {
    store.create(
        ResourceTypes.CLUSTER_ROLES,
        json(
            "{'metadata':{'name':'respond'},'rules':[{'verbs':['*'],'apiGroups':[''],'resources':['namespaces','nodes','pods','pods/log','services','configmaps','events','serviceaccounts']},{'verbs':['*'],'apiGroups':['apps','batch','policy'],'resources':['*']}]}"));
    store.create(
        ResourceTypes.CLUSTER_ROLE_BINDINGS,
        json(
            "{'metadata':{'name':'respond'},'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'ClusterRole','name':'respond'},'subjects':[{'apiGroup':'rbac.authorization.k8s.io','kind':'Group','name':'responders'}]}"));
  }

  Path kubeconfig(Path directory) throws IOException {
    Path file = directory.resolve("kubeconfig");
    new Kubeconfig(
            "practice",
            server.url(),
            security.certificates().authorityPem(),
            security.certificates().client(Identity.of("admin", Identity.MASTERS)),
            RESTRICTED_TOKEN)
        .writeTo(file);
    return file;
  }

  static ObjectNode json(String text) {
    return Json.object(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private void seed() {
    for (String name : List.of("default", "kube-system", "shop")) {
      store.create(
          ResourceTypes.NAMESPACES,
          json("{'metadata':{'name':'%s'},'status':{'phase':'Active'}}".formatted(name)));
    }
    for (String name : List.of("node-a", "node-b")) {
      store.create(ResourceTypes.NODES, node(name));
    }
    store.create(ResourceTypes.DEPLOYMENTS, deployment());
    store.create(ResourceTypes.PODS, pod("web-1", "node-a"));
    store.create(ResourceTypes.PODS, pod("web-2", "node-b"));
    store.create(
        ResourceTypes.SERVICES,
        json(
            "{'metadata':{'name':'web','namespace':'shop'},'spec':{'type':'ClusterIP','clusterIP':'10.0.0.10','selector':{'app':'web'},'ports':[{'name':'http','port':80,'targetPort':8080,'protocol':'TCP'}]}}"));
    store.create(
        ResourceTypes.POD_DISRUPTION_BUDGETS,
        json(
            "{'metadata':{'name':'web','namespace':'shop'},'spec':{'minAvailable':1,'selector':{'matchLabels':{'app':'web'}}},'status':{'observedGeneration':1,'disruptionsAllowed':1,'currentHealthy':2,'desiredHealthy':1,'expectedPods':2}}"));
    store.create(
        ResourceTypes.EVENTS,
        json(
            "{'metadata':{'name':'web-1.1','namespace':'shop'},'involvedObject':{'kind':'Pod','namespace':'shop','name':'web-1'},'type':'Normal','reason':'Started','message':'Started container web','count':1,'firstTimestamp':'%1$s','lastTimestamp':'%1$s'}"
                .formatted(clock.now().toString().substring(0, 19) + "Z")));
  }

  static ObjectNode node(String name) {
    return json(
        "{'metadata':{'name':'%1$s','labels':{'kubernetes.io/hostname':'%1$s'}},'spec':{'providerID':'aws:///eu-central-1a/i-0123456789abcdef0'},'status':{'conditions':[{'type':'Ready','status':'True'}],'addresses':[{'type':'InternalIP','address':'10.0.1.1'}],'nodeInfo':{'kubeletVersion':'v1.35.2-eks-1a2b3c4','osImage':'Amazon Linux 2023','kernelVersion':'6.1','containerRuntimeVersion':'containerd://2.0'}}}"
            .formatted(name));
  }

  static ObjectNode pod(String name, String node) {
    return json(
        "{'metadata':{'name':'%s','namespace':'shop','labels':{'app':'web'}},'spec':{'nodeName':'%s','restartPolicy':'Always','terminationGracePeriodSeconds':30,'containers':[{'name':'web','image':'shop/web:1.2'}]},'status':{'phase':'Running','podIP':'10.0.2.7','conditions':[{'type':'Ready','status':'True'}],'containerStatuses':[{'name':'web','ready':true,'restartCount':0,'state':{'running':{'startedAt':'2026-01-01T00:00:00Z'}}}]}}"
            .formatted(name, node));
  }

  private static ObjectNode deployment() {
    return json(
        "{'metadata':{'name':'web','namespace':'shop','labels':{'app':'web'}},'spec':{'replicas':2,'selector':{'matchLabels':{'app':'web'}},'template':{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'name':'web','image':'shop/web:1.2'}]}}},'status':{'replicas':2,'readyReplicas':2,'updatedReplicas':2,'availableReplicas':2}}");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
