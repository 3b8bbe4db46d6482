package org.lazaretto.ui.inspector;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.ui.desk.CaseState;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Selection;

/** Keeps what is selected in step with what is seen of it. */
final class InspectorViewModel implements AutoCloseable {
  private final Sources sources;
  private final ReadOnlyObjectWrapper<Subject> subject =
      new ReadOnlyObjectWrapper<>(new Subject.Nothing());
  private final Subscription following;

  /** What it follows. */
  record Sources(
      ObservableValue<ClusterSnapshot> seen,
      ObservableValue<CaseState> record,
      ObservableValue<Selection> selection) {
    static Sources of(Desk desk) {
      return new Sources(desk.snapshotProperty(), desk.recordProperty(), desk.selectionProperty());
    }
  }

  InspectorViewModel(Sources sources) {
    this.sources = sources;
    this.following =
        Subscription.combine(
            sources.seen().subscribe(this::look),
            sources.record().subscribe(this::look),
            sources.selection().subscribe(this::look));
    look();
  }

  private void look() {
    Subjects subjects =
        new Subjects(sources.seen().getValue(), sources.record().getValue().suspects());
    subject.set(subjects.of(sources.selection().getValue(), subject.get()));
  }

  /** What is shown; an object that goes away stays as it was last. */
  ReadOnlyObjectProperty<Subject> subjectProperty() {
    return subject.getReadOnlyProperty();
  }

  @Override
  public void close() {
    following.unsubscribe();
  }
}
