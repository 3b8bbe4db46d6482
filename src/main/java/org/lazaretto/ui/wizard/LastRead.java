package org.lazaretto.ui.wizard;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lazaretto.session.PlanDifference;
import org.lazaretto.ui.wizard.proposal.LivePlan;
import org.lazaretto.ui.wizard.proposal.Proposal;

/** The plan that the responder read, held against the one that there is now. */
final class LastRead {
  private final LivePlan live;
  private final ReadOnlyObjectWrapper<Optional<String>> changed =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Proposal> read = Optional.empty();

  /** Nothing of that plan is read yet. */
  LastRead(LivePlan live) {
    this.live = live;
  }

  /** What changed since, until that is acknowledged. */
  ReadOnlyObjectProperty<Optional<String>> changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** The plan of now is read. */
  void take() {
    read = live.current();
  }

  /** The plan of now is read, and so is what changed. */
  void acknowledge() {
    take();
    forgetChange();
  }

  /** What changed is of no matter any more. */
  void forgetChange() {
    changed.set(Optional.empty());
  }

  /** Says what changed, where a plan that was read became another one. */
  void compare() {
    live.current()
        .filter(now -> read.isPresent() && !isRead(now))
        .ifPresent(
            now -> changed.set(Optional.of(PlanDifference.between(read.get().plan(), now.plan()))));
  }

  /** Whether there is a plan, and another one than the one that was read. */
  boolean other() {
    return live.current().map(now -> !isRead(now)).orElse(false);
  }

  private boolean isRead(Proposal now) {
    return read.filter(before -> before.fingerprint().equals(now.fingerprint())).isPresent();
  }
}
