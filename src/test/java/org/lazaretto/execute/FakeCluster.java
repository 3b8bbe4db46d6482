package org.lazaretto.execute;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.AccountAccess;
import org.lazaretto.model.Budget;
import org.lazaretto.model.Caller;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.EndpointSlice;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.Node;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Permission;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodRun;
import org.lazaretto.model.Propagation;
import org.lazaretto.model.Workload;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.Exchange;
import org.lazaretto.port.PortException;
import org.lazaretto.port.Ran;
import org.lazaretto.port.RawAnswer;

/** The API of a cluster in memory: what it answers, refuses and loses, by its {@link Script}. */
final class FakeCluster extends FakeControllers implements ClusterReads, ClusterControl {
  final Script script = new Script();
  final FakeObjects objects = new FakeObjects();
  String answeringUid;
  FakeInside inside = FakeInside.without();

  private final Set<Permission> denied = new HashSet<>();

  FakeCluster(HandTime time, ClusterSnapshot state) {
    super(time, state);
    this.answeringUid = state.cluster().uid();
  }

  void deny(Permission permission) {
    denied.add(permission);
  }

  @Override
  public synchronized ClusterIdentity identity() throws PortException {
    script.before("identity");
    ClusterIdentity id = now().cluster();
    return new ClusterIdentity(
        answeringUid, id.name(), id.server(), id.version(), id.kubectlFlags());
  }

  @Override
  public Caller caller() {
    return new Caller("responder", List.of());
  }

  @Override
  public boolean may(Permission permission) throws PortException {
    script.before("may " + permission.spoken());
    return !denied.contains(permission);
  }

  @Override
  public Optional<Node> node(String name) throws PortException {
    script.before("node " + name);
    return now().node(name);
  }

  @Override
  public Optional<Pod> pod(String namespace, String name) throws PortException {
    script.before("pod " + namespace + "/" + name);
    return now().pod(namespace, name);
  }

  @Override
  public Optional<PodRun> containers(PodRef pod) throws PortException {
    script.before("containers " + pod.path());
    return now()
        .pod(pod.uid())
        .map(found ->
            new PodRun(
                pod,
                "Always",
                found.status().containers().stream().map(FakeCluster::running).toList()));
  }

  private static ContainerRun running(ContainerState state) {
    return new ContainerRun(
        state.name(),
        "containerd://" + state.name() + state.restarts(),
        state.restarts(),
        state.reason().isEmpty(),
        false);
  }

  @Override
  public List<Pod> podsOn(String nodeName) throws PortException {
    script.before("podsOn " + nodeName);
    return now().podsOn(nodeName);
  }

  @Override
  public List<Pod> podsOf(Workload workload) throws PortException {
    script.before("podsOf " + workload.object().path());
    return now().pods().stream()
        .filter(pod -> pod.ref().namespace().equals(workload.object().namespace()))
        .filter(pod -> workload.selector().matches(pod.labels()))
        .toList();
  }

  @Override
  public Optional<Workload> workload(ObjectRef ref) throws PortException {
    script.before("workload " + ref.path());
    return now().workload(ref.uid());
  }

  @Override
  public RawAnswer raw(String path) throws PortException {
    script.before("raw " + path);
    int status = script.status(path);
    byte[] body = ("{\"path\":\"" + path + "\"}").getBytes(StandardCharsets.UTF_8);
    return new RawAnswer(
        new Exchange("GET " + path, "", status, "audit", ""), "application/json", body);
  }

  @Override
  public String yaml(ObjectRef ref) {
    throw new UnsupportedOperationException();
  }

  @Override
  public InputStream follow(ObjectRef pod, String container, int tailLines) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Exchange unschedulable(NodeRef node, boolean value, Mode mode) throws PortException {
    return act(
        "cordon " + node.name(),
        mode,
        () ->
            change(
                s -> s.with(List.of(s.node(node.name()).orElseThrow().withUnschedulable(value)))));
  }

  @Override
  public synchronized Exchange evict(PodRef ref, Mode mode) throws PortException {
    String call = "evict " + ref.path();
    script.before(call);
    Pod pod = standing(ref);
    List<Budget> budgets = now().budgetsOf(pod);
    if (budgets.size() > 1) {
      throw Script.twoBudgets();
    }
    if (pod.status().deleting().isEmpty()) {
      for (Budget budget : budgets) {
        if (budget.disruptionsAllowed() == 0) {
          throw Script.budgetFull(budget.object().name());
        }
        if (mode == Mode.REAL) {
          allow(budget.object().uid(), -1);
        }
      }
    }
    return sent(call, mode, () -> leave(pod, budgets));
  }

  private Pod standing(PodRef ref) throws PortException {
    Optional<Pod> found = now().pod(ref.namespace(), ref.name());
    if (found.isEmpty()) {
      throw new PortException(
          PortException.Kind.NOT_FOUND, "pods \"" + ref.name() + "\" not found");
    }
    if (!found.get().ref().uid().equals(ref.uid())) {
      throw new PortException(PortException.Kind.CONFLICT, "the UID in the precondition differs");
    }
    return found.get();
  }

  @Override
  public Exchange restart(ObjectRef ref, String stamp, Mode mode) throws PortException {
    return act("restart " + ref.path(), mode, () -> roll(ref, stamp));
  }

  @Override
  public Optional<LiveFields> fields(ObjectRef ref, List<String> pointers) throws PortException {
    script.before("fields " + ref.path());
    now();
    return objects.fields(ref, pointers);
  }

  @Override
  public AccountAccess access(ObjectRef account) {
    return new AccountAccess(account, List.of(), List.of());
  }

  @Override
  public List<EndpointSlice> slicesOf(ObjectRef service) throws PortException {
    script.before("slicesOf " + service.path());
    return now().slices(service.namespace()).stream()
        .filter(slice -> slice.service().equals(service.name()))
        .toList();
  }

  @Override
  public synchronized Optional<Exchange> edit(ObjectRef ref, List<FieldEdit> edits, Mode mode)
      throws PortException {
    script.before("edit " + ref.path());
    if (!objects.wouldChange(ref, edits)) {
      return Optional.empty();
    }
    return Optional.of(sent("edit " + ref.path(), mode, () -> objects.apply(ref, edits)));
  }

  @Override
  public Created create(ObjectRef ref, String manifest, Mode mode) throws PortException {
    objects.absent(ref);
    ObjectRef made =
        new ObjectRef(ref.apiVersion(), ref.kind(), ref.namespace(), ref.name(), "uid-made");
    Exchange exchange = act("create " + ref.path(), mode, () -> objects.put(made, manifest));
    return new Created(exchange, made);
  }

  @Override
  public Exchange delete(ObjectRef ref, Propagation propagation, Mode mode) throws PortException {
    objects.present(ref);
    return act("delete " + ref.path(), mode, () -> objects.remove(ref));
  }

  @Override
  public Ran run(PodRef pod, String container, List<String> words, Duration atMost)
      throws PortException {
    String call = "run " + pod.path() + " " + String.join(" ", words);
    script.before(call);
    standing(pod);
    Exchange exchange = sent(call, Mode.REAL, () -> {});
    return inside.run(exchange, words);
  }

  private synchronized Exchange act(String call, Mode mode, Runnable change) throws PortException {
    script.before(call);
    return sent(call, mode, change);
  }

  private synchronized Exchange sent(String call, Mode mode, Runnable change) throws PortException {
    script.sent(mode == Mode.REAL ? call : "dry " + call);
    Optional<PortException> lost = script.lostAnswer(call);
    if (mode == Mode.REAL && (lost.isEmpty() || script.carriedOut(call))) {
      change.run();
    }
    if (lost.isPresent()) {
      throw lost.get();
    }
    return new Exchange("POST " + call, "", 200, "audit", "1");
  }
}
