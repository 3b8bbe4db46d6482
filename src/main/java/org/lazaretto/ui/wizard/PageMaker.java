package org.lazaretto.ui.wizard;

import java.util.List;
import javafx.scene.Node;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.wizard.draft.Stage;

/** Makes the pages of a wizard when they are first turned to. */
interface PageMaker {
  /** A page, which the drawer closes. */
  Page page(Stage stage, WizardViewModel wizard);

  /** The buttons by which a plan is handed over. */
  List<Node> handOver(WizardViewModel wizard);
}
