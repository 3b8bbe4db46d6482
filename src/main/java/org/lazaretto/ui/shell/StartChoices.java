package org.lazaretto.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.model.HostileText;
import org.lazaretto.session.NewCase;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.WindowControls;
import org.lazaretto.ui.start.Choices;

/**
 * What somebody chooses on the start page, as what the window opens.
 *
 * @param open opens it
 * @param controls shows what stands above the page
 */
record StartChoices(Equipment equipment, Consumer<Opening> open, WindowControls controls)
    implements Choices {
  /** Nobody wants to watch how pods take their time to end. */
  private static final double WATCHING = 10;

  @Override
  public void practise(String scenario) {
    open.accept(new Opening.Practice(scenario, Optional.empty(), speed()));
  }

  @Override
  public boolean canWatch() {
    return equipment.guide().isPresent();
  }

  @Override
  public void watch(String scenario) {
    open.accept(new Opening.Watching(scenario, Math.max(WATCHING, speed())));
  }

  private double speed() {
    return equipment.preferences().now().exerciseSpeed();
  }

  @Override
  public void open(String context, NewCase fresh) {
    open.accept(new Opening.Cluster(context, new Opening.CaseChoice.Named(fresh)));
  }

  @Override
  public void goOn(String context, Path folder) {
    open.accept(new Opening.Cluster(context, new Opening.CaseChoice.Folder(folder)));
  }

  @Override
  public void read(Path folder) {
    open.accept(new Opening.Reading(folder));
  }

  @Override
  public void showRights(String context) {
    controls.showSheet(
        new RightsSheet(
            Texts.of("shell.rights.title.on", HostileText.visible(context)),
            () -> equipment.workstation().rights(context),
            equipment.background(),
            controls::hideSheet));
  }
}
