package org.lazaretto.ui.start;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.lazaretto.model.ClusterContext;
import org.lazaretto.model.Reachability;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.StatePane;
import org.lazaretto.ui.fx.Texts;

/** The contexts of the kubeconfig; knocks at each one's server. */
final class ContextList implements AutoCloseable {
  private static final int AT_ONCE = 16;

  private final Means means;
  private final VBox box;
  private final List<ContextCard> cards = new ArrayList<>();
  private final List<Background.Running> running = new ArrayList<>();
  private final Semaphore knocking = new Semaphore(AT_ONCE);
  private Actions.Offer offer = () -> {};

  ContextList(Means means, VBox box) {
    this.means = means;
    this.box = box;
    running.add(
        means.background().run(means.workstation()::contexts, this::show, this::unreadable));
  }

  private void show(List<ClusterContext> contexts) {
    if (contexts.isEmpty()) {
      Label none = new Label(Texts.of("start.contexts.none"));
      none.setWrapText(true);
      none.getStyleClass().addAll("muted", "card");
      none.setMaxWidth(Double.MAX_VALUE);
      box.getChildren().setAll(none);
      return;
    }
    contexts.forEach(
        context -> cards.add(new ContextCard(context, this::open, means.choices()::showRights)));
    box.getChildren().setAll(cards);
    offer = means.actions().offer(contexts.stream().map(this::action).toList());
    cards.forEach(this::knock);
  }

  private void unreadable(Failure failure) {
    box.getChildren()
        .setAll(new StatePane(StatePane.State.FAILED, failure.words(), Optional.empty()));
  }

  private Action action(ClusterContext context) {
    String title = Texts.of("start.context.open.spoken", context.name());
    return Action.of("start.context." + context.name(), title, () -> openCard(context));
  }

  private void openCard(ClusterContext context) {
    cards.stream().filter(card -> card.context().equals(context)).findFirst().ifPresent(this::open);
  }

  private void knock(ContextCard card) {
    running.add(
        means
            .background()
            .run(
                () -> knock(card.context().name()),
                answer -> answered(card, answer),
                failure -> answered(card, new Reachability.Unreachable(failure.words()))));
  }

  private Reachability knock(String context) throws InterruptedException {
    knocking.acquire();
    try {
      return means.workstation().probe(context);
    } finally {
      knocking.release();
    }
  }

  private void answered(ContextCard card, Reachability answer) {
    card.show(ReachSign.of(answer, means.workstation().place().clock().instant()));
    Optional<ContextCard> first =
        cards.stream()
            .filter(each -> each.sign().tone() == ReachSign.Tone.GOOD)
            .min(Comparator.comparing(each -> !each.context().current()));
    cards.forEach(each -> each.prefer(first.filter(each::equals).isPresent()));
  }

  private void open(ContextCard card) {
    ReachSign sign = card.sign();
    boolean told = sign.words().contains(sign.details());
    String words = told ? sign.words() : sign.words() + "\n" + sign.details();
    String reach = sign.tone().promising() ? "" : words;
    means
        .controls()
        .showSheet(
            sheet(
                new OpenCaseSheet.Wish(
                    names(),
                    card.context().name(),
                    reach,
                    Optional.empty(),
                    means.workstation().nextId(),
                    means.workstation().home())));
  }

  /** Asks with which context to go on with that case. */
  void goOn(CaseRow row) {
    String same = names().stream().filter(row.cluster()::equals).findFirst().orElse("");
    means
        .controls()
        .showSheet(
            sheet(
                new OpenCaseSheet.Wish(
                    names(),
                    same,
                    "",
                    Optional.of(row.folder()),
                    means.workstation().nextId(),
                    means.workstation().home())));
  }

  private OpenCaseSheet sheet(OpenCaseSheet.Wish wish) {
    return new OpenCaseSheet(wish, means.choices(), means.controls(), means.desktop());
  }

  private List<String> names() {
    return cards.stream().map(card -> card.context().name()).toList();
  }

  @Override
  public void close() {
    running.forEach(Background.Running::cancel);
    offer.close();
  }
}
