package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.lazaretto.find.Narrowing;
import org.lazaretto.find.Pivot;
import org.lazaretto.find.Pivots;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Pod;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Texts;

/** Lights the pods that have something in common with a pod; counted when the menu is opened. */
final class PivotMenu implements AutoCloseable {
  private final Desk desk;
  private final MenuButton button;
  private Optional<Pod> pod = Optional.empty();
  private Optional<Background.Running> counting = Optional.empty();

  PivotMenu(Desk desk, MenuButton button) {
    this.desk = desk;
    this.button = button;
    button.setOnShowing(_ -> count());
  }

  /** Is about that pod from now on. */
  void show(Pod shown) {
    pod = Optional.of(shown);
    button.getItems().setAll(quiet(Texts.of("inspector.pivot.counting")));
  }

  private void count() {
    close();
    ClusterSnapshot seen = desk.snapshot();
    pod.ifPresent(from ->
        counting =
            Optional.of(
                desk.background()
                    .run(
                        () -> Pivots.of(seen, List.of(from.ref().uid())),
                        pivots -> offer(from, pivots),
                        failure -> desk.tell(Notice.of(failure)))));
  }

  private void offer(Pod from, List<Pivot> pivots) {
    List<MenuItem> items = new ArrayList<>();
    pivots.forEach(pivot -> items.add(item(from, pivot)));
    if (items.isEmpty()) {
      items.add(quiet(Texts.of("inspector.pivot.none")));
    }
    if (!(desk.filterProperty().get().narrowing() instanceof Narrowing.None)) {
      MenuItem all = new MenuItem(Texts.of("inspector.pivot.all"));
      all.setOnAction(_ -> narrow(new Narrowing.None()));
      items.add(new SeparatorMenuItem());
      items.add(all);
    }
    button.getItems().setAll(items);
  }

  private MenuItem item(Pod from, Pivot pivot) {
    String kind = pivot.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    MenuItem item = new MenuItem(Texts.of("inspector.pivot." + kind, pivot.pods().size()));
    item.setOnAction(_ -> narrow(new Narrowing.ToPivot(pivot, Optional.of(from.ref()))));
    return item;
  }

  private void narrow(Narrowing to) {
    desk.filterProperty().set(desk.filterProperty().get().with(to));
  }

  private static MenuItem quiet(String text) {
    MenuItem item = new MenuItem(text);
    item.setDisable(true);
    return item;
  }

  @Override
  public void close() {
    counting.ifPresent(Background.Running::cancel);
    counting = Optional.empty();
  }
}
