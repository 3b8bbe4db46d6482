package org.lazaretto.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.execute.RunResult;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.Caller;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Scenario;
import org.lazaretto.observe.ChangeListener;
import org.lazaretto.observe.ObjectDetails;
import org.lazaretto.observe.Subscription;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Wizard;
import org.lazaretto.plan.evacuate.Evacuation;
import org.lazaretto.plan.order.Answer;
import org.lazaretto.plan.order.NamedOrder;
import org.lazaretto.plan.order.Proposal;
import org.lazaretto.plan.order.Question;
import org.lazaretto.port.CaseStores;
import org.lazaretto.port.PracticeWorlds;

/**
 * One cluster being observed with one case open for writing: what a responder works on. Calls that
 * act or ask the cluster block; what is seen and what is journalled is there at once.
 */
public final class Incident implements AutoCloseable, CaseWork {
  private final ClusterSession session;
  private final CaseDesk desk;
  private final Workplace place;
  private final Path folder;
  private final Caller caller;
  private final Optional<PracticeWorlds.World> world;
  private final Dossier dossier;

  Incident(
      ClusterSession session,
      CaseDesk desk,
      CaseStores stores,
      Workplace place,
      Path folder,
      Caller caller,
      Optional<PracticeWorlds.World> world) {
    this.session = session;
    this.desk = desk;
    this.place = place;
    this.folder = folder;
    this.caller = caller;
    this.world = world;
    this.dossier = new OpenDossier(stores, desk, folder, place, this::circumstances);
  }

  private Circumstances circumstances() {
    return Circumstances.of(session, journal());
  }

  /** The case as it is read, checked and reported. */
  public Dossier dossier() {
    return dossier;
  }

  /** Which cluster. */
  public ClusterIdentity cluster() {
    return session.cluster();
  }

  @Override
  public Caller caller() {
    return caller;
  }

  @Override
  public Workplace place() {
    return place;
  }

  @Override
  public String caseId() {
    return info().id();
  }

  @Override
  public String quarantine() {
    return CaseLabel.of(info(), journal(), snapshot().cluster().uid());
  }

  /** The scenario, where this is an exercise on the training range. */
  public Optional<Scenario> scenario() {
    return world.map(PracticeWorlds.World::scenario);
  }

  /** What the case is; whether it is an exercise stands in it. */
  public CaseInfo info() {
    return desk.journal().info();
  }

  /** The case folder. */
  public Path folder() {
    return folder;
  }

  /** What a person should know of how the case was found. */
  public List<String> notices() {
    return desk.notices();
  }

  @Override
  public ClusterSnapshot snapshot() {
    return session.snapshot();
  }

  /** Hears of each new snapshot, on the thread that publishes: it has to return at once. */
  public Subscription listen(Consumer<ClusterSnapshot> listener) {
    return session.listen(listener);
  }

  /** Tells the listener everything there is, then what each snapshot changed; see the observer. */
  public Subscription follow(ChangeListener listener) {
    return session.follow(listener);
  }

  /** Details of single objects, read when they are asked for. */
  public ObjectDetails details() {
    return session.details();
  }

  /** All journal lines so far. */
  public List<JournalLine> journal() {
    return desk.journal().lines();
  }

  /** The pods that are marked now. */
  public List<PodRef> suspects() {
    return desk.suspects();
  }

  /** Marks a pod as compromised; does nothing if it is marked. */
  public void mark(PodRef pod, String reason) throws SessionException {
    desk.mark(List.of(pod), session.snapshot(), reason);
  }

  /** Takes a mark back. */
  public void clear(PodRef pod, String reason) throws SessionException {
    desk.clear(pod, reason);
  }

  @Override
  public List<Entry.Isolated> proven(Plan plan) {
    return Proven.by(plan.fingerprint(), journal());
  }

  @Override
  public void note(String text) throws SessionException {
    desk.write(new Entry.Note(text));
  }

  @Override
  public void nothingToDo(Wizard wizard, String why) throws SessionException {
    desk.write(new Entry.RunEnded(wizard.word(), "", Entry.RunEnded.NOTHING, why));
  }

  @Override
  public Path keep(HandOver handOver) throws SessionException {
    return papers().keep(handOver, folder.resolve("reports"));
  }

  /** Plans what was wished for, with its consequences, from what is seen now. */
  public Plan plan(PlanWish wish) throws SessionException {
    return session.plan(wish, Optional.of(info().clusterUid()));
  }

  @Override
  public Plan plan(Request request) throws SessionException {
    return session.plan(request, Optional.of(info().clusterUid()), journal());
  }

  @Override
  public List<HoldReason> guards(Plan plan) throws SessionException {
    return new Undertaking(session, desk, place, Progress.SILENT).guards(plan);
  }

  @Override
  public Rehearsal rehearse(Plan plan) {
    return new Undertaking(session, desk, place, Progress.SILENT).rehearsal(plan);
  }

  /**
   * The four orders in which the wizards may come for the marked pods, with the price of each.
   *
   * @param given the responder's own answers, which count before those from the live state
   */
  public Proposal orders(Map<Question, Answer.Reply> given) {
    return session.orders(suspects(), given);
  }

  /**
   * Journals which order the responder chose of those shown.
   *
   * @param reason the responder's words; may be empty
   */
  public void choose(Proposal shown, NamedOrder chosen, String reason) throws SessionException {
    desk.write(OrderChoice.entry(shown, chosen, reason));
  }

  /** What we may do here, for observing and for each wizard; asks the cluster. */
  public Rights rights() {
    return Rights.of(session.connection().reads(), List.of(Wizard.values()));
  }

  /** The plans that were handed over in this case, and how their steps stand. */
  public Papers handedOver() throws SessionException {
    return Papers.in(folder.resolve("reports"), journal());
  }

  /**
   * Journals that somebody did steps of a plan that was handed over, and what a fresh read says.
   *
   * @param ids the steps, such as {@code S-002}
   */
  public List<PaperWork.Checked> doneElsewhere(Plan plan, List<String> ids, PaperWork.Told told)
      throws SessionException {
    return papers().record(plan, ids, told);
  }

  /** Reads again what somebody said to have done, and journals what the reads say. */
  public List<PaperWork.Checked> readAgain(Plan plan, List<String> ids) throws SessionException {
    return papers().read(plan, ids);
  }

  private PaperWork papers() {
    return new PaperWork(session, desk);
  }

  /** What an evacuation would do with each pod of the nodes, and why. */
  public Evacuation decide(Request.Evacuate request) {
    return session.decide(request);
  }

  /**
   * What an evacuation of the pod's node would find about it, were it asked for now; the gravest
   * first.
   */
  public List<Finding> foresee(Pod pod) {
    return session.foresee(pod, suspects(), Optional.of(info().clusterUid()));
  }

  @Override
  public RunResult carryOut(Order order, Progress progress, Cancellation cancellation)
      throws SessionException {
    return new Undertaking(session, desk, place, progress).carryOut(order, cancellation);
  }

  /**
   * Captures what can be known of a suspect, by UID: reads only, so nobody has to approve it. Waits
   * for the lists of what surrounds the pod; if the pod is not seen because the pods are not, that
   * is journalled once, and it goes on when they are.
   *
   * @throws SessionException HELD if the pod is gone, or is not seen in time; UNAVAILABLE if the
   *     journal cannot be written
   */
  public RunResult freeze(PodRef pod, Progress progress, Cancellation cancellation)
      throws SessionException {
    return new Freezing(session, desk, place, progress).of(pod, cancellation);
  }

  /**
   * Waits until a practice world has settled; true at once on a real cluster.
   *
   * @return false if it has not settled in time
   */
  public boolean awaitSettled(Duration patience) throws InterruptedException {
    return world.isEmpty() || world.get().awaitSettled(patience);
  }

  /** Ends observing, closes the case, and ends the practice world if it is one. */
  @Override
  public void close() {
    try (PracticeWorlds.World _ = world.orElse(null);
        CaseDesk _ = desk) {
      session.close();
    }
  }
}
