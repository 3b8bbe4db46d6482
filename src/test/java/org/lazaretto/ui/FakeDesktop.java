package org.lazaretto.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.lazaretto.ui.fx.DesktopServices;

/** A desktop whose user has chosen already, and which shows nothing. */
final class FakeDesktop implements DesktopServices {
  private Optional<Path> chosen = Optional.empty();
  private final List<Path> shown = new ArrayList<>();

  /** The folder that is chosen whenever one is asked for. */
  void choose(Path folder) {
    chosen = Optional.of(folder);
  }

  /** What was to be shown. */
  List<Path> shown() {
    return List.copyOf(shown);
  }

  @Override
  public Optional<Path> chooseFolder(Window owner, String title, Path from) {
    return chosen;
  }

  @Override
  public void show(Path what, Consumer<String> failed) {
    shown.add(what);
  }
}
