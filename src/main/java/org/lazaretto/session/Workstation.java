package org.lazaretto.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.VerificationWatch;
import org.lazaretto.model.Caller;
import org.lazaretto.model.ClusterContext;
import org.lazaretto.model.Reachability;
import org.lazaretto.model.Scenario;
import org.lazaretto.plan.Wizard;
import org.lazaretto.port.CaseCabinet;
import org.lazaretto.port.CaseStores;
import org.lazaretto.port.ClusterConnection;
import org.lazaretto.port.ClusterDirectory;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;
import org.lazaretto.session.SessionException.Kind;

/** What can be opened from this workstation, and the way to open it. All calls block. */
public final class Workstation {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Doors doors;
  private final Workplace place;

  /**
   * The doors to the outside.
   *
   * @param clusters the contexts of the kubeconfig
   * @param worlds the training range
   * @param cabinet where cases are kept
   */
  public record Doors(ClusterDirectory clusters, PracticeWorlds worlds, CaseCabinet cabinet) {}

  /** A workstation with these doors. */
  public Workstation(Doors doors, Workplace place) {
    this.doors = doors;
    this.place = place;
  }

  /** Who works here, by which clock. */
  public Workplace place() {
    return place;
  }

  /** The folder in which new cases are made. */
  public Path home() {
    return doors.cabinet().home();
  }

  /** The scenarios of the training range. */
  public List<Scenario> scenarios() throws SessionException {
    try {
      return doors.worlds().scenarios();
    } catch (PortException e) {
      throw Words.unavailable(e);
    }
  }

  /** The contexts of the kubeconfig. */
  public List<ClusterContext> contexts() throws SessionException {
    try {
      return doors.clusters().contexts();
    } catch (PortException e) {
      throw Words.unavailable(e);
    }
  }

  /** Knocks at a context's server without logging in. */
  public Reachability probe(String context) {
    return doors.clusters().probe(context);
  }

  /**
   * What we may do in a context's cluster, for observing and for each wizard: asked before an
   * incident, without a case. Right reviews are all that is sent.
   */
  public Rights rights(String context) throws SessionException {
    try (ClusterConnection connection = connect(Optional.empty(), Optional.of(context))) {
      return Rights.of(connection.reads(), List.of(Wizard.values()));
    }
  }

  /** The folders of the cases kept here, the one written last first. */
  public List<Path> cases() throws SessionException {
    try {
      return doors.cabinet().folders();
    } catch (PortException e) {
      throw Words.unavailable(e);
    }
  }

  /** Reads a case without changing or locking it. */
  public CaseFile read(Path folder) throws SessionException {
    return Reporting.read(doors.cabinet().at(folder));
  }

  /**
   * Reads and verifies a case as {@link #read(Path)} does, and says how far it has come.
   *
   * @return empty if the watch did not want it to its end
   */
  public Optional<CaseFile> read(Path folder, VerificationWatch watch) throws SessionException {
    return Reporting.read(doors.cabinet().at(folder), watch);
  }

  /** Reads a case, without changing or locking it, to look at, check and report. */
  public Dossier dossier(Path folder) throws SessionException {
    return new ReadDossier(doors.cabinet().at(folder), read(folder), folder, place);
  }

  /**
   * Starts a practice world and a new case for it.
   *
   * @param folder the case folder; without it a new one in {@link #home}
   * @param speed how many simulated seconds pass in one real second
   */
  public Incident practise(String scenario, Optional<Path> folder, double speed)
      throws SessionException {
    String id = "EX-" + scenario + "-" + MOMENT.format(place.clock().instant());
    Path range = home().resolve("ranges").resolve(id);
    PracticeWorlds.World world;
    try {
      world =
          doors.worlds().start(new PracticeWorlds.Wish(scenario, Optional.empty(), range, speed));
    } catch (PortException e) {
      throw Words.unavailable(e);
    }
    boolean open = false;
    try {
      CaseInfo info = new CaseInfo(id, world.scenario().title(), "", "", true);
      ClusterConnection connection = connect(Optional.of(world.kubeconfig()), Optional.empty());
      Incident incident =
          incident(connection, folder.orElse(home().resolve(id)), info, Optional.of(world));
      open = true;
      return incident;
    } finally {
      if (!open) {
        world.close();
      }
    }
  }

  /**
   * Opens a context of the kubeconfig and a case for it.
   *
   * @param folder the case folder, opened if it holds a case; without it a new one in {@link #home}
   * @throws SessionException HELD if the case is about another cluster (T-42); UNAVAILABLE if the
   *     cluster cannot be reached or the case is locked
   */
  public Incident open(String context, Optional<Path> folder) throws SessionException {
    Path place = folder.orElseGet(() -> home().resolve(nextId()));
    String id = String.valueOf(place.getFileName());
    return open(context, place, new CaseInfo(id, titleFor(context), "", "", false));
  }

  /**
   * Opens a context of the kubeconfig and makes a case for it.
   *
   * @throws SessionException USAGE if there is a case of that id already; else as {@link
   *     #open(String, Optional)}
   */
  public Incident open(String context, NewCase fresh) throws SessionException {
    Path folder = home().resolve(fresh.id());
    if (Files.exists(folder)) {
      throw SessionException.unchanged(
          Kind.USAGE,
          "There is already something at " + folder,
          "Choose another id, or open that case.");
    }
    return open(context, folder, new CaseInfo(fresh.id(), fresh.title(), "", "", false));
  }

  private Incident open(String context, Path folder, CaseInfo info) throws SessionException {
    ClusterConnection connection = connect(Optional.empty(), Optional.of(context));
    return incident(connection, folder, info, Optional.empty());
  }

  /** The title that a case about a context has until somebody knows better. */
  public static String titleFor(String context) {
    return "Incident on " + context;
  }

  /** The same workstation with another person at the keyboard; empty leaves it as it is. */
  public Workstation by(String operator) {
    return operator.isBlank() ? this : new Workstation(doors, place.by(operator));
  }

  /** The id that the next case may have. */
  public String nextId() {
    int year = place.clock().instant().atZone(ZoneOffset.UTC).getYear();
    int number = 1;
    while (Files.exists(home().resolve("IR-%d-%03d".formatted(year, number)))) {
      number++;
    }
    return "IR-%d-%03d".formatted(year, number);
  }

  private ClusterConnection connect(Optional<Path> kubeconfig, Optional<String> context)
      throws SessionException {
    try {
      return doors.clusters().connect(kubeconfig, context);
    } catch (PortException e) {
      throw SessionException.unchanged(Kind.UNAVAILABLE, e.getMessage(), "");
    }
  }

  private Incident incident(
      ClusterConnection connection,
      Path folder,
      CaseInfo info,
      Optional<PracticeWorlds.World> world)
      throws SessionException {
    ClusterSession session = ClusterSession.begin(connection, place);
    Optional<CaseDesk> desk = Optional.empty();
    boolean open = false;
    try {
      Caller caller = session.caller();
      CaseStores stores = doors.cabinet().at(folder);
      desk = Optional.of(CaseDesk.openOrCreate(stores, info, place));
      desk.get().bind(session.cluster(), caller);
      desk.get().settle(session.connection().reads());
      open = true;
      return new Incident(session, desk.get(), stores, place, folder, caller, world);
    } finally {
      if (!open) {
        desk.ifPresent(CaseDesk::close);
        session.close();
      }
    }
  }
}
