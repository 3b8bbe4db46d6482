package org.lazaretto.range.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lazaretto.range.clock.Cancellable;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.control.Autoscalers;
import org.lazaretto.range.cluster.control.Budgets;
import org.lazaretto.range.cluster.control.Claims;
import org.lazaretto.range.cluster.control.CronJobs;
import org.lazaretto.range.cluster.control.DaemonSets;
import org.lazaretto.range.cluster.control.Deployments;
import org.lazaretto.range.cluster.control.GarbageCollector;
import org.lazaretto.range.cluster.control.Jobs;
import org.lazaretto.range.cluster.control.LostPods;
import org.lazaretto.range.cluster.control.Namespaces;
import org.lazaretto.range.cluster.control.NodeLife;
import org.lazaretto.range.cluster.control.PodControl;
import org.lazaretto.range.cluster.control.Quotas;
import org.lazaretto.range.cluster.control.ReplicaSets;
import org.lazaretto.range.cluster.control.Scheduler;
import org.lazaretto.range.cluster.control.Services;
import org.lazaretto.range.cluster.control.StatefulSets;
import org.lazaretto.range.cluster.control.TaintEvictions;
import org.lazaretto.range.cluster.inside.Doors;
import org.lazaretto.range.cluster.inside.FlowKeeper;
import org.lazaretto.range.cluster.inside.Insides;
import org.lazaretto.range.cluster.inside.Serving;
import org.lazaretto.range.cluster.inside.TokenSecrets;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.loop.WorkLoop;
import org.lazaretto.range.cluster.node.Behaviour;
import org.lazaretto.range.cluster.node.ContainerLogs;
import org.lazaretto.range.cluster.node.Heartbeats;
import org.lazaretto.range.cluster.node.Kubelets;
import org.lazaretto.range.cluster.node.Machines;
import org.lazaretto.range.cluster.node.MirrorPods;
import org.lazaretto.range.cluster.node.Registry;
import org.lazaretto.range.cluster.node.StaticPod;
import org.lazaretto.range.cluster.object.FieldOwners;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.http.ContainerDoor;
import org.lazaretto.range.net.Network;
import org.lazaretto.range.net.Wiring;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;

/**
 * A cluster that lives: whatever is written to the store, its controllers, scheduler and kubelets
 * answer to, on the clock alone. All of it runs in the clock's thread.
 */
public final class LiveCluster implements AutoCloseable {
  private static final int MOST_EVENTS = 5000;
  private static final Duration CALM = Duration.ofSeconds(5);

  private final RangeClock clock;
  private final ObjectStore store;
  private final WorkLoop loop;
  private final Recorder events;
  private final Settlement settlement;
  private final Kubelets kubelets;
  private final MirrorPods mirrors;
  private final NodeLife nodes;
  private final Machines machines;
  private final Heartbeats heartbeats;
  private volatile Cancellable churning = () -> {};
  private final Doors doors;
  private final FlowKeeper flows;
  private final Network network;

  /**
   * What a cluster is made of beside its store.
   *
   * @param registry what its images do
   * @param staticPods what its nodes start by themselves
   * @param seed what made-up names follow from
   * @param machines which of its machines can be reached
   * @param wiring its network
   * @param serving its API server
   */
  public record Make(
      Registry registry,
      List<StaticPod> staticPods,
      long seed,
      Machines machines,
      Wiring wiring,
      Serving serving) {
    /** Copies the pods. */
    public Make {
      staticPods = List.copyOf(staticPods);
    }

    /** With machines that can all be reached. */
    public Make(Registry registry, List<StaticPod> staticPods, long seed) {
      this(registry, staticPods, seed, Wiring.usual());
    }

    /** With a certain network. */
    public Make(Registry registry, List<StaticPod> staticPods, long seed, Wiring wiring) {
      this(registry, staticPods, seed, new Machines(), wiring, Serving.nobody());
    }

    /** With a certain API server. */
    public Make servedBy(Serving api) {
      return new Make(registry, staticPods, seed, machines, wiring, api);
    }
  }

  /** A cluster over a store; what is in the store already counts as settled. */
  public LiveCluster(RangeClock clock, ObjectStore store, Make make) {
    this.clock = clock;
    this.store = store;
    this.loop = new WorkLoop(clock, store);
    this.events = new Recorder(clock, store, MOST_EVENTS);
    this.settlement = new Settlement(store);
    Names names = new Names(make.seed());
    this.machines = make.machines();
    FieldOwners owners = new FieldOwners(clock::now);
    ObjectStore ofNodes = owners.writtenBy("kubelet", store);
    this.heartbeats = new Heartbeats(clock, ofNodes, machines);
    Insides.Power power =
        (pod, container, code) -> clock.after(Duration.ZERO, () -> crash(pod, container, code));
    Insides insides =
        new Insides(clock, store, make.registry(), make.wiring(), machines, make.serving(), power);
    ContainerLogs logs = new ContainerLogs(clock, store, make.registry(), machines);
    this.doors = new Doors(clock, store, insides, logs, machines, power);
    this.network = insides.network();
    this.flows = new FlowKeeper(clock, network, insides.flows());
    Kubelets.Hardware hardware =
        new Kubelets.Hardware(make.registry(), machines, heartbeats, insides);
    this.kubelets = new Kubelets(clock, ofNodes, events, names, hardware);
    this.mirrors = new MirrorPods(clock, ofNodes, loop, make.staticPods(), machines);
    Pods pods = new Pods(store);
    ObjectStore ofManager = owners.writtenBy("kube-controller-manager", store);
    this.nodes = new NodeLife(clock, ofManager, pods, events);
    ObjectStore ofScheduler = owners.writtenBy("kube-scheduler", store);
    Scheduler scheduler = new Scheduler(clock, ofScheduler, pods, events);
    wire(ofManager, pods, new PodControl(ofManager, events, names), scheduler, make);
  }

  private void wire(
      ObjectStore store, Pods pods, PodControl control, Scheduler scheduler, Make make) {
    loop.add(settlement);
    loop.add(new Namespaces(store, make.serving().authority()));
    loop.add(mirrors);
    loop.add(kubelets);
    loop.add(new GarbageCollector(store));
    loop.add(new ReplicaSets(clock, store, pods, control, loop));
    loop.add(new StatefulSets(store, pods, control));
    loop.add(new DaemonSets(store, pods, control));
    loop.add(new Jobs(clock, store, pods, control, events, loop));
    loop.add(new CronJobs(clock, store, events, loop));
    loop.add(new Autoscalers(clock, store, events, loop));
    loop.add(new Claims(store, pods, events));
    loop.add(scheduler);
    loop.add(new Deployments(clock, store, pods, events, loop));
    loop.add(new Budgets(clock, store, pods));
    loop.add(new Quotas(store));
    loop.add(new TokenSecrets(store, make.serving()));
    loop.add(new Services(store, pods));
    loop.add(heartbeats);
    loop.add(nodes);
    loop.add(new TaintEvictions(clock, store, events));
    loop.add(new LostPods(clock, store));
    loop.add(flows);
    loop.add(pods);
    loop.whenIdle(settlement::look);
  }

  /** Begins to live. */
  public void start() {
    loop.start();
    clock.after(Duration.ZERO, mirrors::begin);
    heartbeats.begin();
    nodes.begin();
  }

  /** Whether all workloads have what they want. */
  public boolean isSettled() {
    return settlement.isSettled();
  }

  /**
   * Waits until they have, for so long in real time.
   *
   * @return whether they have
   */
  public boolean awaitSettled(Duration patience) throws InterruptedException {
    return settlement.await(patience);
  }

  /** Has a container end; in the clock's thread only. */
  public void crash(ObjectKey pod, String container, int code) {
    kubelets.crash(pod, container, code);
  }

  /**
   * Has a node's disk run full: pods are evicted until so many have gone. In the clock's thread
   * only.
   */
  public void fillDisk(String node, int pods) {
    kubelets.fillDisk(node, pods);
  }

  /**
   * Has a container's readiness probe fail for a while, if it is ready now; in the clock's thread
   * only.
   */
  public void failReadiness(ObjectKey pod, String container, Duration time) {
    kubelets.failReadiness(pod, container, time);
  }

  /**
   * Has a container's liveness probe fail: it is killed and started again. In the clock's thread
   * only.
   */
  public void failLiveness(ObjectKey pod, String container) {
    kubelets.failLiveness(pod, container);
  }

  /**
   * Has so many pod changes happen each second, each by the cluster's own means; it begins some
   * seconds after the cluster has settled for the first time.
   *
   * @param aSecond how many, on the range's clock
   * @param seed what chance follows from
   */
  public void churn(int aSecond, long seed) {
    Churn churn = new Churn(clock, store, this, aSecond, seed);
    AtomicBoolean begun = new AtomicBoolean();
    loop.whenIdle(() -> {
      if (settlement.isSettled() && begun.compareAndSet(false, true)) {
        clock.after(CALM, churn::begin);
      }
    });
    churning = churn::end;
  }

  /** Ends the churn, if there is any. */
  public void calm() {
    churning.cancel();
  }

  /** Has a container behave otherwise from its next start on; in the clock's thread only. */
  public void behave(ObjectKey pod, String container, Behaviour behaviour) {
    kubelets.behave(pod, container, behaviour);
  }

  /** Puts a static pod's file on a node; in the clock's thread only. */
  public void putFile(StaticPod file) {
    mirrors.put(file);
  }

  /** The way into its containers. */
  public ContainerDoor door() {
    return doors;
  }

  /**
   * Has network policies, labels and new pods count for the network so much later from now on
   * (T-30).
   */
  public void slowPolicies(Duration delay) {
    network.slowPolicies(delay);
  }

  /** Which machines can be reached. */
  public Machines machines() {
    return machines;
  }

  /**
   * Cuts a node's machine off the network: it runs on, nobody hears of it. In the clock's thread
   * only.
   */
  public void cutOff(String node) {
    kubelets.cutOff(node);
  }

  /** Brings a node's machine back; in the clock's thread only. */
  public void restore(String node) {
    kubelets.restore(node);
    mirrors.restored(node);
  }

  /** Records an event; in the clock's thread only. */
  public void record(ObjectNode about, Note note, String component) {
    events.record(about, note, component);
  }

  @Override
  public void close() {
    loop.close();
  }
}
