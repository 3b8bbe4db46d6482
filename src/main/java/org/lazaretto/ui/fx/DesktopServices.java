package org.lazaretto.ui.fx;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Window;

/** What the desktop around the window does for it; on the toolkit's thread. */
public interface DesktopServices {
  /**
   * Asks for a folder.
   *
   * @param from where to begin; need not exist
   * @return the folder; empty if nothing was chosen
   */
  Optional<Path> chooseFolder(Window owner, String title, Path from);

  /**
   * Shows a folder or a file in the desktop's own program.
   *
   * @param failed hears that it could not, on the toolkit's thread
   */
  void show(Path what, Consumer<String> failed);
}
