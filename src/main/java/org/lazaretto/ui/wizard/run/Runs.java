package org.lazaretto.ui.wizard.run;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lazaretto.plan.Wizard;

/** The run of an open incident: one at a time, whichever pages come and go. */
public final class Runs {
  private final ReadOnlyObjectWrapper<Optional<RunViewModel>> latest =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** The run that began last, until it is put away. */
  public ReadOnlyObjectProperty<Optional<RunViewModel>> latestProperty() {
    return latest.getReadOnlyProperty();
  }

  /** The run that is under way. */
  public Optional<RunViewModel> underWay() {
    return latest.get().filter(run -> !run.stateProperty().get().over());
  }

  /** The latest run of that wizard. */
  public Optional<RunViewModel> of(Wizard wizard) {
    return latest.get().filter(run -> run.plan().wizard() == wizard);
  }

  /**
   * Begins a run.
   *
   * @throws IllegalStateException if another one is under way
   */
  public void begin(RunViewModel run, String statement) {
    if (underWay().isPresent()) {
      throw new IllegalStateException("a run is under way");
    }
    latest.set(Optional.of(run));
    run.begin(statement);
  }

  /** Puts a run away that is over. */
  public void putAway(RunViewModel run) {
    if (run.stateProperty().get().over() && latest.get().filter(run::equals).isPresent()) {
      latest.set(Optional.empty());
    }
  }
}
