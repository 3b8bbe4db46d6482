package org.lazaretto.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.stage.Stage;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.adapter.files.SettingsFile;
import org.lazaretto.adapter.kubernetes.KubeconfigDirectory;
import org.lazaretto.adapter.practice.LocalWorlds;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.session.Workplace;
import org.lazaretto.session.Workstation;
import org.lazaretto.settings.Preferences;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.NativeDesktop;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.shell.Equipment;
import org.lazaretto.ui.shell.MainWindow;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.Hand;
import org.lazaretto.ui.walkthrough.StuckException;

/** The real window, used once by {@link PulseTour}; its turns go to standard output. */
public final class PulseProbe {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private PulseProbe() {}

  /**
   * Plays a part. The toolkit runs on; whoever calls this ends the process.
   *
   * @param args the part's name, and a folder for its cases and settings
   * @return 0 when it came to its end
   */
  public static int run(String[] args) throws IOException, InterruptedException {
    try {
      play(PulsePart.valueOf(args[0]), Path.of(args[1]));
      return 0;
    } catch (StuckException | BenchException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static void play(PulsePart part, Path home)
      throws BenchException, IOException, StuckException, InterruptedException {
    SlowWorlds worlds = new SlowWorlds(new LocalWorlds(), part.size());
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Equipment equipment = equipment(home, worlds, workers);
      Toolkit.start(() -> Toolkit.endWithLastWindow(false));
      Hand hand = new Hand(Toolkit.fx(), PATIENCE);
      Stage stage = hand.see(Stage::new);
      MainWindow window = hand.see(() -> new MainWindow(equipment, stage));
      PulseGauge gauge = hand.see(PulseGauge::new);
      hand.act(() -> {
        window.show(new Opening.Start());
        gauge.start();
      });
      try {
        new PulseTour(hand, gauge, worlds, window).play(part);
      } finally {
        hand.act(gauge::close);
        hand.act(stage::hide);
      }
    }
  }

  private static Equipment equipment(Path home, SlowWorlds worlds, ExecutorService workers) {
    Workplace place =
        new Workplace(
            new Author("bench", "bench", "here", "1", "bench"),
            new CaseClock(InstantSource.system(), System::nanoTime),
            workers);
    Workstation workstation =
        new Workstation(
            new Workstation.Doors(
                new KubeconfigDirectory(Optional.empty()),
                worlds,
                new CaseFolders(() -> home, workers)),
            place);
    Background background = new Background(workers, Toolkit.fx());
    return new Equipment(
        workstation,
        background,
        new NativeDesktop(background),
        Preferences.open(SettingsFile.usual(Map.of("XDG_CONFIG_HOME", home.toString()))));
  }
}
