package org.lazaretto.ui.wizard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;
import org.lazaretto.plan.Request.Method;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Targets;
import org.lazaretto.ui.wizard.proposal.Leaving;
import org.lazaretto.ui.wizard.proposal.NodeChoice;
import org.lazaretto.ui.wizard.proposal.WorkloadChoice;

/** Targets, method and decisions, with a summary that follows each choice. */
final class ChoosePage implements Page {
  private final WizardViewModel wizard;
  private final Parent view;
  private final Subscription listening;
  private final SuspectChecks suspects;
  private final DecisionChecks decisions;
  private final MethodRadios methods;
  private final WorkloadRows workloads;
  private final SummaryBox summary;
  private final Optional<OwnFields> own;
  @FXML private VBox summaryBox;
  @FXML private TextFlow summaryFlow;
  @FXML private VBox suspectBox;
  @FXML private VBox nodeBox;
  @FXML private RadioButton suspectNodesRadio;
  @FXML private RadioButton namedNodesRadio;
  @FXML private Label namedNodesLabel;
  @FXML private VBox namedNodesBox;
  @FXML private TextField nodeField;
  @FXML private ListView<NodeChoice> nodeList;
  @FXML private VBox ownBox;
  @FXML private VBox aboutBox;
  @FXML private VBox moveBox;
  @FXML private RadioButton evictRadio;
  @FXML private RadioButton restartRadio;
  @FXML private RadioButton drainRadio;
  @FXML private RadioButton taintRadio;
  @FXML private Label methodLabel;
  @FXML private CheckBox emptyDirCheck;
  @FXML private CheckBox bareCheck;
  @FXML private CheckBox kubeSystemCheck;
  @FXML private CheckBox siblingCheck;
  @FXML private TableView<WorkloadChoice> workloadTable;
  @FXML private Label aheadLabel;
  @FXML private Label workloadLabel;

  ChoosePage(WizardViewModel wizard, Exit exit) {
    this.wizard = wizard;
    this.view = Pages.load("wizard/choose", this);
    this.suspects = new SuspectChecks(suspectBox, wizard);
    this.decisions =
        new DecisionChecks(
            wizard, List.of(emptyDirCheck, bareCheck, kubeSystemCheck, siblingCheck));
    this.workloads = new WorkloadRows(workloadTable, aheadLabel, workloadLabel, wizard);
    this.summary = new SummaryBox(summaryBox, summaryFlow, wizard, exit);
    new ToggleGroup().getToggles().setAll(suspectNodesRadio, namedNodesRadio);
    this.methods = new MethodRadios(methodRadios(), methodLabel, wizard);
    suspectNodesRadio.setOnAction(_ -> targets(false));
    namedNodesRadio.setOnAction(_ -> targets(true));
    nodeList.setCellFactory(_ -> new NodeCell(wizard));
    nodeField.textProperty().subscribe(_ -> nodes());
    this.own = own(wizard);
    own.ifPresent(fields -> ownBox.getChildren().setAll(fields.view()));
    show(ownBox, own.isPresent());
    show(aboutBox, wizard.wizard() != Wizard.RECOVER);
    show(nodeBox, wizard.wizard() == Wizard.CORDON || wizard.wizard() == Wizard.EVACUATE);
    show(moveBox, wizard.wizard() == Wizard.EVACUATE);
    this.listening =
        Subscription.combine(
            wizard.draftProperty().subscribe(this::show),
            wizard.live().leavingProperty().subscribe(_ -> show(wizard.draft())),
            wizard.live().proposalProperty().subscribe(_ -> show(wizard.draft())));
  }

  /** Only what this wizard asks is loaded. */
  private static Optional<OwnFields> own(WizardViewModel wizard) {
    return switch (wizard.wizard()) {
      case CORDON -> Optional.of(new ProtectionFields(wizard));
      case ISOLATE -> Optional.of(new ShuttingFields(wizard));
      case CREDENTIALS -> Optional.of(new RevokingFields(wizard));
      case DISPOSE -> Optional.of(new EndingFields(wizard));
      case RECOVER -> Optional.of(new ReturnFields(wizard));
      case FREEZE, EVACUATE -> Optional.empty();
    };
  }

  private void targets(boolean byName) {
    wizard.change(now -> now.with(now.targets().byName(byName)));
  }

  private Map<Method, RadioButton> methodRadios() {
    return Map.of(
        Method.EVICT, evictRadio,
        Method.RESTART, restartRadio,
        Method.DRAIN, drainRadio,
        Method.TAINT, taintRadio);
  }

  private void show(Draft draft) {
    Targets targets = draft.targets();
    suspectNodesRadio.setSelected(!targets.byName());
    namedNodesRadio.setSelected(targets.byName());
    show(namedNodesBox, targets.byName());
    show(namedNodesLabel, targets.byName());
    methods.show(draft);
    suspects.show(draft);
    own.ifPresent(fields -> fields.show(draft));
    nodes();
    wizard
        .live()
        .leavingProperty()
        .get()
        .map(Leaving::doubtful)
        .ifPresentOrElse(found -> decisions.show(draft, found), () -> decisions.show(draft));
    workloads.show(draft);
    summary.show();
  }

  private void nodes() {
    if (wizard.draft().targets().byName()) {
      List<NodeChoice> found =
          NodeChoice.of(
              wizard.work().snapshot(), wizard.draft().targets().suspects(), nodeField.getText());
      if (!found.equals(nodeList.getItems())) {
        nodeList.getItems().setAll(found);
      }
      nodeList.refresh();
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    listening.unsubscribe();
  }
}
