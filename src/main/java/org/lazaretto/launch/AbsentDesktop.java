package org.lazaretto.launch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.lazaretto.ui.fx.DesktopServices;

/**
 * What a desktop would do where there is none: a folder is chosen once and for all, and nothing is
 * shown beside the window.
 *
 * @param folder what is chosen whenever a folder is asked for
 */
record AbsentDesktop(Path folder) implements DesktopServices {
  @Override
  public Optional<Path> chooseFolder(Window owner, String title, Path from) {
    return Optional.of(folder);
  }

  @Override
  public void show(Path what, Consumer<String> failed) {}
}
