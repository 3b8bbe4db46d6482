package org.lazaretto.ui.fx;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** The desktop that this machine has. */
public final class NativeDesktop implements DesktopServices {
  private final Background background;

  /** The desktop, asked by those workers. */
  public NativeDesktop(Background background) {
    this.background = background;
  }

  @Override
  public Optional<Path> chooseFolder(Window owner, String title, Path from) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    Path begin = from;
    while (begin != null && !Files.isDirectory(begin)) {
      begin = begin.getParent();
    }
    if (begin != null) {
      chooser.setInitialDirectory(begin.toFile());
    }
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  @Override
  public void show(Path what, Consumer<String> failed) {
    background.run(
        () -> opened(what),
        well -> {
          if (!well) {
            failed.accept(Texts.of("fx.show.failed", what.toString()));
          }
        },
        failure -> failed.accept(failure.words()));
  }

  private static boolean opened(Path what) throws InterruptedException {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String program =
        system.startsWith("mac") ? "open" : system.startsWith("win") ? "explorer" : "xdg-open";
    try {
      Process process =
          new ProcessBuilder(List.of(program, what.toString()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      // The Explorer's status is not what it says elsewhere.
      return process.waitFor() == 0 || program.equals("explorer");
    } catch (IOException missing) {
      return false;
    }
  }
}
