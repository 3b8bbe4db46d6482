package org.lazaretto.ui.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.find.Filter;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.PodRef;
import org.lazaretto.observe.Subscription;
import org.lazaretto.plan.Wizard;
import org.lazaretto.report.Classification;
import org.lazaretto.session.Incident;
import org.lazaretto.session.Reporting;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Latest;

/**
 * What the pages of one open incident share. All properties change on the toolkit's thread. What is
 * seen of the cluster is pulled at most as often as it is published, ten times a second.
 */
public final class Desk implements AutoCloseable {
  private final Incident incident;
  private final Background background;
  private final ReadOnlyObjectWrapper<ClusterSnapshot> snapshot;
  private final ReadOnlyObjectWrapper<CaseState> record;
  private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NOTHING);
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
  private final ObjectProperty<Dimming> dimming = new SimpleObjectProperty<>(Dimming.NONE);
  private final ObjectProperty<Preview> preview = new SimpleObjectProperty<>(Preview.NONE);
  private final ObjectProperty<Optional<Wizard>> drawer =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Classification> classification;
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final Actions actions = new Actions();
  private final Latest seen;
  private final Latest written;
  private final Subscription listening;
  private final CaseReader reader = new CaseReader();

  /** Starts to show an incident, which it takes over. */
  public Desk(Incident incident, Background background) {
    this.incident = incident;
    this.background = background;
    this.snapshot = new ReadOnlyObjectWrapper<>(incident.snapshot());
    this.record = new ReadOnlyObjectWrapper<>(CaseState.of(incident.journal()));
    this.classification =
        new SimpleObjectProperty<>(Reporting.usual(incident.info(), incident.journal()));
    this.seen = new Latest(background.fx(), () -> snapshot.set(incident.snapshot()));
    this.written = new Latest(background.fx(), this::pullJournal);
    this.listening = incident.listen(_ -> seen.changed());
  }

  private void pullJournal() {
    List<JournalLine> lines = incident.journal();
    if (lines.size() != record.get().lines().size()) {
      record.set(record.get().with(lines));
    }
  }

  /** The incident. */
  public Incident incident() {
    return incident;
  }

  /** Where work goes that blocks. */
  public Background background() {
    return background;
  }

  /** What is seen of the cluster. */
  public ReadOnlyObjectProperty<ClusterSnapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  /** What is seen of the cluster. */
  public ClusterSnapshot snapshot() {
    return snapshot.get();
  }

  /** What the journal says. */
  public ReadOnlyObjectProperty<CaseState> recordProperty() {
    return record.getReadOnlyProperty();
  }

  /** The pods that are marked, in the order of their marks. */
  public List<PodRef> suspects() {
    return record.get().suspects();
  }

  /** The UIDs of objects of which evidence was taken. */
  public Set<String> captured() {
    return record.get().captured();
  }

  /** How far the case is, and what comes next in its order; looked up anew in what is seen now. */
  public CaseProgress progress() {
    Course course = course();
    return reader.read(record.get().lines()).along(course);
  }

  /** The order of the phases: the one that was chosen, else the one that is proposed now. */
  public Course course() {
    reader.read(record.get().lines());
    return Course.of(incident.orders(Map.of()), reader.order());
  }

  /** What the responder looks at. */
  public ObjectProperty<Selection> selectionProperty() {
    return selection;
  }

  /** Looks at something else. */
  public void select(Selection what) {
    selection.set(what);
  }

  /** What the responder wants to see; the page of finding turns it into light. */
  public ObjectProperty<Filter> filterProperty() {
    return filter;
  }

  /** Which pods are lit. */
  public ObjectProperty<Dimming> dimmingProperty() {
    return dimming;
  }

  /** What the plan in the drawer will do. */
  public ObjectProperty<Preview> previewProperty() {
    return preview;
  }

  /** The wizard that is open in the drawer. */
  public ObjectProperty<Optional<Wizard>> drawerProperty() {
    return drawer;
  }

  /** With whom the report may be shared. */
  public ObjectProperty<Classification> classificationProperty() {
    return classification;
  }

  /** What a person should know; the shell shows each and takes it out. */
  public ObservableList<Notice> notices() {
    return notices;
  }

  /** What can be done on this desk: pages offer it, palette and shortcuts run it. */
  public Actions actions() {
    return actions;
  }

  /** Tells a person something, on the toolkit's thread. */
  public void tell(Notice notice) {
    notices.add(notice);
  }

  /** Says that the journal may have grown; from any thread. */
  public void journalChanged() {
    written.changed();
  }

  /** Has the inspector ask why that pod is to be marked, or why not any more. */
  public void askToMark(PodRef pod) {
    drawer.set(Optional.empty());
    select(new Selection.OfPod(pod));
    actions
        .byId(suspects().contains(pod) ? "inspector.clear" : "inspector.mark")
        .filter(action -> action.enabled().getAsBoolean())
        .ifPresent(action -> action.run().run());
  }

  /** Marks a pod, then freezes what can be known of it, and says how both went. */
  public void mark(PodRef pod, String reason) {
    new Marking(this).mark(pod, reason, new Cancellation());
  }

  /** Takes a mark back. */
  public void clear(PodRef pod, String reason) {
    new Marking(this).clear(pod, reason);
  }

  @Override
  public void close() {
    listening.close();
    incident.close();
  }
}
