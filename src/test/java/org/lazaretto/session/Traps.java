package org.lazaretto.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.Isolation;
import org.lazaretto.plan.Protection;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Request.Decisions;
import org.lazaretto.plan.Request.Method;

/** The table of traps, by wizard. */
final class Traps {
  private static final String GROUP = "admissionregistration.k8s.io/v1";
  private static final String CLAIM = "{'name':'v','persistentVolumeClaim':{'claimName':'ledger'}}";
  private static final String SCRATCH = "{'name':'v','emptyDir':{}}";
  private static final String MIRROR = "/metadata/annotations/kubernetes.io~1config.mirror";

  private static final Decisions EVERYTHING = new Decisions(true, true, true, true);
  static final Trap.Ask KEEPING = evacuate(Method.EVICT, Decisions.KEEP_ALL);
  private static final Trap.Ask MOVING = evacuate(Method.EVICT, EVERYTHING);
  private static final Trap.Ask RESTARTING = evacuate(Method.RESTART, Decisions.KEEP_ALL);
  static final Trap.Ask CORDON = cordon(true, Protection.Taint.NEVER, "$2");
  private static final Trap.Ask ISOLATE = isolate("lone", Isolation.Services.LEAVE, true, false);
  private static final Trap.Ask CREDENTIALS =
      world -> world.suspects("lone").map(s -> new Request.Credentials(s, true, true));

  private Traps() {}

  static List<Trap> all() {
    List<Trap> all = new ArrayList<>(whatMoves());
    all.addAll(suspects());
    all.addAll(others());
    all.addAll(room());
    all.addAll(cordons());
    all.addAll(isolations());
    all.addAll(endings());
    all.add(Trap.of("warn T-46", "marked for deletion in", KEEPING).by(TrapWorld::cutOff));
    return all;
  }

  private static Trap.Ask evacuate(Method method, Decisions decisions, String... more) {
    List<String> apps = new ArrayList<>(List.of("lone", "till", "db"));
    apps.addAll(List.of(more));
    return world ->
        world
            .suspects(apps.toArray(String[]::new))
            .map(s -> new Request.Evacuate(s, List.of(world.node(1)), method, Map.of(), decisions));
  }

  private static Trap.Ask cordon(boolean holds, Protection.Taint taint, String... nodes) {
    return world ->
        world
            .suspects("loose")
            .map(s ->
                new Request.Cordon(
                    s,
                    List.of(nodes).stream()
                        .map(node -> world.node(Integer.parseInt(node.substring(1))))
                        .toList(),
                    new Protection(false, holds, taint)));
  }

  private static Trap.Ask isolate(
      String app, Isolation.Services services, boolean except, boolean strip) {
    return isolate(app, new Isolation(services, except, strip, ""));
  }

  private static Trap.Ask isolate(String app, Isolation how) {
    return world -> world.suspects(app).map(s -> new Request.Isolate(s, "case-t", how));
  }

  private static Trap.Ask dispose(Disposal way, String app) {
    return world -> world.suspects(app).map(s -> new Request.Dispose(s, way));
  }

  private static String service(String name, String selector) {
    return "{'apiVersion':'v1','kind':'Service','metadata':{'name':'%s','namespace':'t'},'spec':{'selector':{%s},'ports':[{'port':80,'targetPort':8080}]}}"
        .formatted(name, selector);
  }

  private static String budget(String name, String amount) {
    return "{'apiVersion':'policy/v1','kind':'PodDisruptionBudget','metadata':{'name':'%s','namespace':'t'},'spec':{%s,'selector':{'matchLabels':{'app':'web'}}}}"
        .formatted(name, amount);
  }

  private static String hook(String client, String policy) {
    return "{'apiVersion':'%s','kind':'ValidatingWebhookConfiguration','metadata':{'name':'ask'},'webhooks':[{'name':'ask.example.org','clientConfig':{%s},'failurePolicy':'%s','rules':[{'apiGroups':['*'],'apiVersions':['*'],'operations':['*'],'resources':['pods','pods/eviction']}]}]}"
        .formatted(GROUP, client, policy);
  }

  private static String served(String name) {
    return "'service':{'namespace':'t','name':'" + name + "'}";
  }

  private static List<Trap> whatMoves() {
    String finalizer = "['example.org/keep']";
    return List.of(
        Trap.of("inform T-10", "stays on the node", KEEPING)
            .edit("Deployment", "t/till", "/spec/replicas", "2"),
        Trap.of("stop T-10", "is moved", MOVING)
            .edit("Deployment", "t/till", "/spec/replicas", "2"),
        Trap.of("warn T-13", "emptyDir in the spec moves", MOVING).web("/spec/volumes/-", SCRATCH),
        Trap.of("inform T-13", "emptyDir stays", KEEPING).web("/spec/volumes/-", SCRATCH),
        Trap.of("warn T-13", "nothing brings it back", MOVING)
            .put(TrapWorld.pod("stray", "$1", ""))
            .with("warn T-45"),
        Trap.of("inform T-13", "without a controller stays", KEEPING)
            .put(TrapWorld.pod("stray", "$1", "")),
        Trap.of("inform T-13", "of Jobs", KEEPING)
            .put(
                "{'apiVersion':'batch/v1','kind':'Job','metadata':{'name':'sum','namespace':'t'},'spec':{'template':{%s}}}"
                    .formatted(TrapWorld.template("sum", "$1", "'restartPolicy':'Never',"))),
        Trap.of("inform T-14", "of DaemonSets stays", KEEPING)
            .put(TrapWorld.workload("DaemonSet", "t", "agent", "", "")),
        Trap.of("warn T-14", "belongs to a DaemonSet", evacuate(Method.EVICT, EVERYTHING, "agent"))
            .unlike(MOVING)
            .put(TrapWorld.workload("DaemonSet", "t", "agent", "$1", "")),
        Trap.of("inform T-15", "all 3, not only 1", RESTARTING).unlike(KEEPING),
        Trap.of("warn T-15", "a Deployment is paused", RESTARTING)
            .edit("Deployment", "t/web", "/spec/paused", "true")
            .with("inform T-45"),
        Trap.of("warn T-15", "by latest or without a tag", KEEPING)
            .web("/spec/containers/0/image", "'registry.example/t/app:latest'"),
        Trap.of("inform T-15", "by a tag without a digest", KEEPING)
            .web("/spec/containers/0/image", "'registry.example/t/app:1.2'"),
        Trap.of("inform T-16", "matched by namespace and UID", KEEPING)
            .unlike(evacuate(Method.KEEP, Decisions.KEEP_ALL)),
        Trap.of("warn T-16", "of kube-system moves", MOVING)
            .put(TrapWorld.workload("Deployment", "kube-system", "dns", "$1", "'replicas':1,"))
            .with("stop T-44", "warn T-45"),
        Trap.of("warn T-17", "asks no disruption budget", evacuate(Method.TAINT, EVERYTHING))
            .unlike(MOVING),
        Trap.of("inform T-18", "all are granted", KEEPING).put(budget("one", "'maxUnavailable':1")),
        Trap.of("warn T-18", "it requires every pod", KEEPING)
            .put(budget("all", "'minAvailable':3")),
        Trap.of("stop T-18", "more than one disruption budget", KEEPING)
            .put(budget("one", "'maxUnavailable':1"))
            .put(budget("two", "'maxUnavailable':1"))
            .with("inform T-18"),
        Trap.of("warn T-18", "refuses to evict broken pods", KEEPING)
            .put(budget("all", "'minAvailable':3"))
            .by(world -> unready(world, 0)),
        Trap.of("inform T-19", "static pod stays", KEEPING)
            .put(
                TrapWorld.pod("file", "$1", "")
                    .replace(
                        "'labels'", "'annotations':{'kubernetes.io/config.mirror':'x'},'labels'")),
        Trap.of("warn T-20", "has a finalizer (example.org/keep)", KEEPING)
            .web("/metadata/finalizers", finalizer),
        Trap.of("inform T-20", "up to 300 s pass", KEEPING)
            .web("/spec/terminationGracePeriodSeconds", "300"),
        Trap.of("inform T-20", "runs a preStop hook", KEEPING)
            .web("/spec/containers/0/lifecycle", "{'preStop':{'exec':{'command':['true']}}}"),
        Trap.of("inform T-48", "answers for t/web", KEEPING)
            .put(service("web", "'app':'web'"))
            .web("/spec/volumes/-", SCRATCH)
            .with("inform T-13"));
  }

  /** Has a pod of web say that it is not ready. */
  private static void unready(TrapWorld world, int which) {
    world.edit(
        "Pod",
        world.web().get(which),
        "/status/conditions",
        "[{'type':'Ready','status':'False'},{'type':'PodScheduled','status':'True'}]");
  }

  private static List<Trap> suspects() {
    return List.of(
        Trap.of("warn T-09", "hostPID", KEEPING).lone("/spec/hostPID", "true"),
        Trap.of("warn T-09", "hostPath", KEEPING)
            .lone("/spec/volumes/-", "{'name':'h','hostPath':{'path':'/'}}"),
        Trap.of("warn T-09", "privileged", KEEPING)
            .lone("/spec/containers/0/securityContext", "{'privileged':true}"),
        Trap.of("warn T-19", "the mirror annotation", KEEPING)
            .lone(MIRROR, "'x'")
            .with("warn T-09"),
        Trap.of(
                "warn T-20",
                "being deleted already",
                evacuate(Method.EVICT, Decisions.KEEP_ALL, "doomed"))
            .unlike(KEEPING)
            .put(
                TrapWorld.pod("doomed", "$1", "")
                    .replace("'labels'", "'finalizers':['example.org/keep'],'labels'"))
            .by(world -> world.delete("t/doomed")),
        Trap.of("warn T-49", "has a PersistentVolumeClaim (pv-7)", KEEPING)
            .put(
                "{'apiVersion':'v1','kind':'PersistentVolumeClaim','metadata':{'name':'ledger','namespace':'t'},'spec':{'accessModes':['ReadWriteOnce'],'volumeName':'pv-7'}}")
            .lone("/spec/volumes/-", CLAIM),
        Trap.of("stop T-49", "shares a PersistentVolumeClaim with a suspect", KEEPING)
            .lone("/spec/volumes/-", CLAIM)
            .web("/spec/volumes/-", CLAIM)
            .with("inform T-44"),
        Trap.of("warn T-49", "besides the suspects mounts the same", KEEPING)
            .lone("/spec/volumes/-", CLAIM)
            .by(world -> world.edit("Pod", world.web().get(1), "/spec/volumes/-", CLAIM)),
        Trap.of("warn T-51", "on Fargate", KEEPING)
            .edit("Node", "$1", "/metadata/labels/eks.amazonaws.com~1compute-type", "'fargate'"),
        Trap.of("warn T-51", "on Windows", KEEPING)
            .edit("Node", "$1", "/status/nodeInfo/operatingSystem", "'windows'"),
        Trap.of("warn T-54", "again and again", KEEPING)
            .lone("/status/containerStatuses/0/state", "{'waiting':{'reason':'CrashLoopBackOff'}}"),
        Trap.of("warn T-54", "DiskPressure", KEEPING)
            .by(world -> world.condition("$1", "DiskPressure", "True")));
  }

  private static List<Trap> others() {
    String pool = "/metadata/labels/karpenter.sh~1nodepool";
    String held = "/metadata/annotations/cluster-autoscaler.kubernetes.io~1scale-down-disabled";
    return List.of(
        Trap.of("warn T-23", "belongs to Karpenter", KEEPING).edit("Node", "$1", pool, "'general'"),
        Trap.of("inform T-23", "held against Karpenter", KEEPING)
            .edit("Node", "$1", pool, "'general'")
            .edit("Node", "$1", "/metadata/annotations/karpenter.sh~1do-not-disrupt", "'true'"),
        Trap.of("inform T-23", "Cannot tell whether an autoscaler", KEEPING)
            .edit("Node", "$1", held, "'false'"),
        Trap.of("warn T-23", "the Cluster Autoscaler, which runs here", KEEPING)
            .edit("Node", "$1", held, "'false'")
            .put(
                TrapWorld.workload("Deployment", "t", "scaler", "$3", "'replicas':1,")
                    .replace("/t/app@", "/autoscaling/cluster-autoscaler@")),
        Trap.of("inform T-31", "t/web: 3 to 5", KEEPING)
            .put(
                "{'apiVersion':'autoscaling/v2','kind':'HorizontalPodAutoscaler','metadata':{'name':'web','namespace':'t'},'spec':{'minReplicas':3,'maxReplicas':5,'scaleTargetRef':{'apiVersion':'apps/v1','kind':'Deployment','name':'web'}}}"),
        Trap.of("warn T-31", "Argo CD", RESTARTING)
            .edit(
                "Deployment",
                "t/web",
                "/metadata/annotations/argocd.argoproj.io~1tracking-id",
                "'shop:apps/Deployment:t/web'"),
        Trap.of("warn T-32", "stands outside the cluster", KEEPING)
            .put(hook("'url':'https://198.51.100.4/in'", "Ignore")),
        Trap.of("inform T-32", "ask.example.org by t/far", KEEPING)
            .put(hook(served("far"), "Ignore"))
            .with("warn T-32"),
        Trap.of("warn T-32", "made after the suspect", KEEPING)
            .put(hook(served("far"), "Ignore"))
            .with("inform T-32"),
        Trap.of("warn T-32", "is answered by a suspect", KEEPING)
            .put(service("near", "'app':'lone'"))
            .put(hook(served("near"), "Ignore"))
            .with("inform T-32"),
        Trap.of("warn T-32", "moves every pod that answers it", KEEPING)
            .web("/metadata/labels/only", "'here'")
            .put(service("moved", "'only':'here'"))
            .put(hook(served("moved"), "Fail"))
            .with("inform T-32"));
  }

  private static List<Trap> room() {
    return List.of(
        Trap.of("stop T-44", "fits on no other schedulable node", KEEPING)
            .web("/spec/nodeSelector", "{'disk':'ssd'}"),
        Trap.of("inform T-44", "a place was found", KEEPING)
            .web(
                "/spec/affinity",
                "{'podAntiAffinity':{'requiredDuringSchedulingIgnoredDuringExecution':[{'topologyKey':'x'}]}}"),
        Trap.of("stop T-44", "no ready pod besides", KEEPING)
            .by(world -> unready(world, 1))
            .by(world -> unready(world, 2))
            .with("warn T-45"),
        Trap.of("warn T-45", "Business impact here is 2 of 5", KEEPING)
            .by(world -> unready(world, 1))
            .by(world -> unready(world, 2))
            .with("stop T-44"));
  }

  private static List<Trap> cordons() {
    return List.of(
        Trap.of("inform T-09", "hostPID", CORDON)
            .edit("Pod", "t/loose", "/spec/hostPID", "true")
            .with("warn T-47"),
        Trap.of("warn T-47", "does not hold against whoever has the node", CORDON)
            .edit("Pod", "t/loose", "/spec/hostPID", "true")
            .with("inform T-09"),
        Trap.of("inform T-23", "Cannot tell", cordon(false, Protection.Taint.NEVER, "$2"))
            .unlike(CORDON),
        Trap.of("warn T-44", "leaves no node", cordon(true, Protection.Taint.NEVER, "$2", "$3"))
            .unlike(CORDON)
            .with("warn T-45"),
        Trap.of("warn T-44", "the last schedulable node of z", CORDON)
            .edit("Node", "$3", "/metadata/labels/topology.kubernetes.io~1zone", "'y'"),
        Trap.of("inform T-45", "1 node less for new pods", CORDON).unlike(CREDENTIALS));
  }

  private static List<Trap> isolations() {
    String policy =
        "{'apiVersion':'networking.k8s.io/v1','kind':'NetworkPolicy','metadata':{'name':'allow','namespace':'t'},'spec':{'podSelector':{},'policyTypes':['Ingress'],'ingress':[{}]}}";
    String amazons = TrapWorld.workload("DaemonSet", "kube-system", "aws-node", "", "");
    return List.of(
        Trap.of("warn T-05", "No network plugin", ISOLATE).unlike(CORDON),
        Trap.of("inform T-05", "carried out by Calico", ISOLATE)
            .put(TrapWorld.workload("DaemonSet", "kube-system", "calico-node", "", "")),
        Trap.of("inform T-06", "let go of what carries the case's label", ISOLATE).put(policy),
        Trap.of(
                "warn T-06",
                "still allowed beside the deny-all",
                isolate("lone", Isolation.Services.LEAVE, false, false))
            .put(policy),
        Trap.of("warn T-07", "applies no policy to such a pod", ISOLATE)
            .put(amazons)
            .with("inform T-05"),
        Trap.of(
                "inform T-07",
                "are not stripped",
                isolate("lone", Isolation.Services.LEAVE, true, true))
            .put(amazons)
            .with("inform T-05", "warn T-07"),
        Trap.of("stop T-08", "uses the network of its host", ISOLATE)
            .lone("/spec/hostNetwork", "true"),
        Trap.of(
                "stop T-10",
                "loses a label by which its owner chooses",
                isolate("till", Isolation.Services.LEAVE, true, true))
            .put(service("till", "'app':'till'"))
            .with("inform T-55"),
        Trap.of("inform T-55", "no new connection", ISOLATE).put(service("lone", "'app':'lone'")),
        Trap.of(
                "warn T-55",
                "goes on choosing a suspect",
                isolate("lone", Isolation.Services.KEEP, true, false))
            .put(service("lone", "'app':'lone'")),
        Trap.of(
                "stop T-35",
                "Commands are run inside",
                isolate("lone", new Isolation(Isolation.Services.LEAVE, true, false, "", true)))
            .unlike(ISOLATE),
        Trap.of(
                "stop T-44",
                "gets no traffic either",
                isolate("till", Isolation.Services.CLOSE, true, false))
            .put(service("till", "'app':'till'"))
            .edit("Deployment", "t/till", "/spec/replicas", "2")
            .with("inform T-55"));
  }

  private static List<Trap> endings() {
    Trap.Ask again = dispose(Disposal.RESTART, "lone");
    Trap.Ask away = dispose(Disposal.PODS, "lone");
    return List.of(
        Trap.of("inform T-33", "stays valid for the API server", CREDENTIALS).unlike(CORDON),
        Trap.of("warn T-33", "uses the same service account", CREDENTIALS)
            .web("/spec/serviceAccountName", "'solo'"),
        Trap.of("stop T-10", "its owner stays", dispose(Disposal.PODS, "till"))
            .unlike(dispose(Disposal.ORPHAN, "till")),
        Trap.of("warn T-12", "carries the same name", dispose(Disposal.PODS, "db"))
            .unlike(dispose(Disposal.ORPHAN, "db"))
            .with("stop T-10"),
        Trap.of("warn T-20", "30 s of grace", away)
            .lone("/spec/terminationGracePeriodSeconds", "30"),
        Trap.of("stop T-44", "ends with the suspect", dispose(Disposal.FOREGROUND, "till"))
            .edit("Deployment", "t/till", "/spec/replicas", "2"),
        Trap.of("warn T-12b", "handles no signals", again).unlike(away).with("stop T-35"),
        Trap.of("stop T-35", "A shell is run inside", again).unlike(away).with("warn T-12b"),
        Trap.of("stop T-12b", "hostPID", again).lone("/spec/hostPID", "true").with("warn T-09"),
        Trap.of("stop T-12b", "shareProcessNamespace", again)
            .lone("/spec/shareProcessNamespace", "true"),
        Trap.of("stop T-12b", "restartPolicy is Never", again)
            .lone("/spec/restartPolicy", "'Never'"),
        Trap.of("warn T-54", "has a liveness probe", dispose(Disposal.PAUSE, "lone"))
            .lone("/spec/containers/0/livenessProbe", "{'exec':{'command':['true']}}"),
        Trap.of("warn T-54", "starts another in its place", dispose(Disposal.STOP, "lone"))
            .unlike(away));
  }
}
