package org.lazaretto.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lazaretto.consequence.Consequences;
import org.lazaretto.consequence.Context;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.AccountAccess;
import org.lazaretto.model.Caller;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodRun;
import org.lazaretto.observe.ChangeListener;
import org.lazaretto.observe.ObjectDetails;
import org.lazaretto.observe.Observation;
import org.lazaretto.observe.Subscription;
import org.lazaretto.observe.SyncState;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.capture.FreezePlanner;
import org.lazaretto.plan.cordon.CordonPlanner;
import org.lazaretto.plan.credentials.CredentialsPlanner;
import org.lazaretto.plan.dispose.DisposePlanner;
import org.lazaretto.plan.evacuate.EvacuatePlanner;
import org.lazaretto.plan.evacuate.Evacuation;
import org.lazaretto.plan.evacuate.MethodTable;
import org.lazaretto.plan.isolate.Exit;
import org.lazaretto.plan.isolate.IsolatePlanner;
import org.lazaretto.plan.order.Answer;
import org.lazaretto.plan.order.Orders;
import org.lazaretto.plan.order.Proposal;
import org.lazaretto.plan.order.Question;
import org.lazaretto.plan.recover.History;
import org.lazaretto.plan.recover.RecoverPlanner;
import org.lazaretto.port.ClusterConnection;
import org.lazaretto.port.PortException;
import org.lazaretto.session.SessionException.Kind;

/** One cluster, reached and observed; plans from what is seen of it now. */
public final class ClusterSession implements AutoCloseable {
  private static final Duration FRESH = Duration.ofSeconds(90);

  private final ClusterConnection connection;
  private final ClusterIdentity cluster;
  private final Observation observation;
  private final InstantSource clock;

  private ClusterSession(
      ClusterConnection connection,
      ClusterIdentity cluster,
      Observation observation,
      InstantSource clock) {
    this.connection = connection;
    this.cluster = cluster;
    this.observation = observation;
    this.clock = clock;
  }

  /**
   * Asks which cluster this is, starts to observe it and waits until all kinds are listed or
   * refused. Takes the connection over: it is closed with the session, or if this fails.
   *
   * @param patience how long the lists may take
   */
  public static ClusterSession open(
      ClusterConnection connection, Workplace place, Duration patience)
      throws SessionException, InterruptedException {
    ClusterSession session = begin(connection, place);
    boolean listed = false;
    try {
      session.observation.awaitSynced(patience);
      listed = true;
      return session;
    } finally {
      if (!listed) {
        session.close();
      }
    }
  }

  /**
   * Asks which cluster this is and starts to observe it, without waiting for the lists. Takes the
   * connection over.
   */
  public static ClusterSession begin(ClusterConnection connection, Workplace place)
      throws SessionException {
    boolean open = false;
    try {
      ClusterIdentity cluster = connection.reads().identity();
      Observation observation = Observation.begin(connection.watch(), cluster, place.clock());
      open = true;
      return new ClusterSession(connection, cluster, observation, place.clock());
    } catch (PortException e) {
      throw Words.unavailable(e);
    } finally {
      if (!open) {
        connection.close();
      }
    }
  }

  /** Waits until all kinds are listed or refused, at most so long. */
  void awaitListed(Duration patience) throws InterruptedException {
    observation.awaitSynced(patience);
  }

  /** Which cluster. */
  public ClusterIdentity cluster() {
    return cluster;
  }

  /** Whom the server takes us for; an old or closed server may not say. */
  Caller caller() throws SessionException {
    try {
      return connection.reads().caller();
    } catch (PortException e) {
      if (e.kind() == PortException.Kind.NOT_FOUND || e.kind() == PortException.Kind.FORBIDDEN) {
        return new Caller("unknown: the server offers no self-review", List.of());
      }
      throw Words.unavailable(e);
    }
  }

  /** What is seen of it now. */
  public ClusterSnapshot snapshot() {
    return observation.snapshot();
  }

  /** Waits until something is seen of it; what is seen then, be it in time or not. */
  ClusterSnapshot awaitSeen(Predicate<ClusterSnapshot> seen, Duration patience)
      throws InterruptedException {
    return observation.awaitSeen(seen, patience);
  }

  /** The connection, for those who act; this session keeps it. */
  ClusterConnection connection() {
    return connection;
  }

  /**
   * Plans what was wished for, with its consequences.
   *
   * @param caseCluster the UID of the cluster that the case is about, where there is a case
   */
  public Plan plan(PlanWish wish, Optional<String> caseCluster) throws SessionException {
    return plan(Wishes.request(snapshot(), wish), caseCluster);
  }

  /** What a wish asks for, in what is seen now. */
  public Request request(PlanWish wish) throws SessionException {
    return Wishes.request(snapshot(), wish);
  }

  /** Plans a request again, from what is seen now. */
  public Plan plan(Request request, Optional<String> caseCluster) throws SessionException {
    return plan(request, caseCluster, List.of());
  }

  /**
   * Plans a request from what is seen now and from what the case did; only a recovery, and an
   * isolation that is made already, ask for the latter.
   *
   * @param lines the case's journal
   */
  public Plan plan(Request request, Optional<String> caseCluster, List<JournalLine> lines)
      throws SessionException {
    ClusterSnapshot now = snapshot();
    PlanResult result =
        switch (request) {
          case Request.Freeze freeze -> FreezePlanner.plan(now, freeze);
          case Request.Cordon cordon -> CordonPlanner.plan(now, cordon);
          case Request.Isolate isolate -> IsolatePlanner.plan(now, isolate, Proven.last(lines));
          case Request.Evacuate evacuate -> EvacuatePlanner.plan(now, evacuate);
          case Request.Credentials credentials ->
              CredentialsPlanner.plan(now, credentials, access(now, credentials));
          case Request.Dispose dispose -> DisposePlanner.plan(now, dispose, running(dispose));
          case Request.Recover recover -> RecoverPlanner.plan(now, recover, history(lines));
        };
    return switch (result) {
      case PlanResult.Planned(var plan) ->
          Consequences.added(now, plan, new Context(caseCluster, clock.instant(), FRESH));
      case PlanResult.CannotPlan(var reasons, var nothing) ->
          throw nothing
              ? new SessionException(Kind.NOTHING, Words.nothingToDo(reasons))
              : new SessionException(Kind.HELD, Words.cannotPlan(request.wizard(), reasons));
    };
  }

  private List<PodRun> running(Request.Dispose request) throws SessionException {
    try {
      List<PodRun> running = new ArrayList<>();
      for (PodRef pod : request.way().ofContainers() ? request.suspects() : List.<PodRef>of()) {
        connection.reads().containers(pod).ifPresent(running::add);
      }
      return running;
    } catch (PortException e) {
      throw Words.unavailable(e);
    }
  }

  private List<AccountAccess> access(ClusterSnapshot now, Request.Credentials request)
      throws SessionException {
    try {
      List<AccountAccess> all = new ArrayList<>();
      for (ObjectRef account : CredentialsPlanner.accounts(now, request)) {
        all.add(connection.reads().access(account));
      }
      return all;
    } catch (PortException e) {
      throw Words.unavailable(e);
    }
  }

  private History history(List<JournalLine> lines) throws SessionException {
    try {
      return new Recovery(connection.reads()).history(lines);
    } catch (PortException e) {
      throw Words.unavailable(e);
    }
  }

  /** What an evacuation of the pod's node would find about it, were it asked for now. */
  List<Finding> foresee(Pod pod, List<PodRef> suspects, Optional<String> caseCluster) {
    Context context = new Context(caseCluster, clock.instant(), FRESH);
    return new Foresight(snapshot(), suspects, context).about(pod);
  }

  /** The suspects that a person named, {@code namespace/pod}, as they are seen now. */
  public List<PodRef> suspects(List<String> names) throws SessionException {
    return Wishes.suspects(snapshot(), names);
  }

  /**
   * The four orders in which the wizards may come, with the price that each has here.
   *
   * @param given the responder's own answers, which count before those from the live state
   */
  public Proposal orders(List<PodRef> suspects, Map<Question, Answer.Reply> given) {
    return Orders.propose(snapshot(), suspects, given, clock.instant());
  }

  /** How each suspect would leave each of its services, and why so. */
  public List<Exit> exits(Request.Isolate request) {
    return IsolatePlanner.decide(snapshot(), request);
  }

  /** What an evacuation would do with each pod of the nodes, and why, once they are cordoned. */
  public Evacuation decide(Request.Evacuate request) {
    return EvacuatePlanner.decide(EvacuatePlanner.asIfCordoned(snapshot(), request), request);
  }

  /** What each method would do with each workload of the nodes, side by side. */
  public MethodTable methods(Request.Evacuate request) {
    return MethodTable.of(snapshot(), request);
  }

  /** Hears of each new snapshot, on the thread that publishes: it has to return at once. */
  public Subscription listen(Consumer<ClusterSnapshot> listener) {
    return observation.listen(listener);
  }

  /** Tells the listener everything there is, then what each snapshot changed. */
  public Subscription follow(ChangeListener listener) {
    return observation.follow(listener);
  }

  /** Details of single objects, read when they are asked for. */
  public ObjectDetails details() {
    return new ObjectDetails(connection.reads());
  }

  /** Kinds that could not be observed, with the reason; empty if all could. */
  public List<String> gaps() {
    return SyncState.of(snapshot()).gaps();
  }

  @Override
  public void close() {
    observation.close();
    connection.close();
  }
}
