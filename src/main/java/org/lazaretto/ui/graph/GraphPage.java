package org.lazaretto.ui.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.lazaretto.graph.lens.Box;
import org.lazaretto.graph.lens.Lens;
import org.lazaretto.graph.lens.LensScope;
import org.lazaretto.graph.lens.Vertex;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.desk.Selection;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.InSight;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Shortcut;
import org.lazaretto.ui.fx.StatePane;
import org.lazaretto.ui.fx.Texts;

/** The graph lens: owners, pods and nodes of a scope. Works only while it is in sight. */
public final class GraphPage implements Page {
  private static final double WIDE = 440;

  private final Desk desk;
  private final GraphViewModel model;
  private final GraphView picture;
  private final GraphTools tools;
  private final StackPane view = new StackPane();
  private final Margins margins = new Margins();
  private final Subscription listening;
  private final Actions.Offer offer;
  private Optional<Picture> shown = Optional.empty();

  /** What the empty page says; it is not said anew with each picture, for it has a button. */
  private Optional<Nothing> said = Optional.empty();

  private record Nothing(LensScope scope, Optional<String> largest) {}

  /** A page of that desk. */
  public GraphPage(Desk desk) {
    this.desk = desk;
    this.model = new GraphViewModel(desk.background(), failure -> desk.tell(Notice.of(failure)));
    this.picture = new GraphView(new Doing());
    this.tools = new GraphTools(model, picture, this::nodesFirst);
    margins.arranging();
    view.getChildren().setAll(picture, margins);
    this.offer = desk.actions().offer(actions());
    this.listening =
        Subscription.combine(
            view.parentProperty()
                .flatMap(Node::visibleProperty)
                .orElse(false)
                .subscribe(this::watch),
            desk.snapshotProperty().subscribe(_ -> look()),
            desk.recordProperty().subscribe(_ -> look()),
            desk.selectionProperty().subscribe(_ -> select()),
            desk.dimmingProperty().subscribe(_ -> look()),
            desk.previewProperty().subscribe(_ -> look()),
            model.pictureProperty().subscribe(now -> now.ifPresent(this::show)),
            tools.legendProperty().subscribe(margins::legend),
            view.widthProperty().subscribe(width -> tools.wide(width.doubleValue() >= WIDE)));
  }

  private List<Action> actions() {
    return List.of(
        key("fit", "f", picture.viewport()::fit),
        key("zoomIn", "+", picture::larger),
        key("zoomOut", "-", picture::smaller),
        key("open", "0", picture.viewport()::open),
        key("legend", "l", this::turnLegend),
        Action.of("graph.suspects", Texts.of("graph.action.suspects"), this::showSuspects),
        Action.of("graph.node", Texts.of("graph.action.node"), this::showNode)
            .when(() -> selectedNode().isPresent()),
        Action.of("graph.compact", Texts.of("graph.action.compact"), model::compact));
  }

  /** The map has the same keys: one picture of the two is in sight. */
  private Action key(String name, String key, Runnable deed) {
    return Action.of("graph." + name, Texts.of("graph.action." + name), deed)
        .on(Shortcut.typed(key))
        .when(() -> InSight.of(view));
  }

  private void watch(boolean looks) {
    picture.watch(looks);
    model.watch(looks);
  }

  private void turnLegend() {
    tools.legendProperty().set(!tools.legendProperty().get());
  }

  private void showSuspects() {
    model.choose(new LensScope.Suspects());
  }

  private void showNode() {
    selectedNode().ifPresent(name -> model.choose(new LensScope.OnNode(name)));
  }

  private Optional<String> selectedNode() {
    return switch (desk.selectionProperty().get()) {
      case Selection.OfNode(var name) -> Optional.of(name);
      case Selection.OfPod(var pod) -> desk.snapshot().pod(pod.uid()).flatMap(Pod::node);
      case Selection.OfWorkload _, Selection.Nothing _ -> Optional.empty();
    };
  }

  private Set<String> suspects() {
    return desk.suspects().stream().map(PodRef::uid).collect(Collectors.toSet());
  }

  private void look() {
    model.show(
        new Seen(
            desk.snapshot(),
            suspects(),
            desk.captured(),
            desk.dimmingProperty().get(),
            desk.previewProperty().get()));
  }

  private List<String> nodesFirst() {
    return suspects().stream()
        .flatMap(uid -> desk.snapshot().pod(uid).flatMap(Pod::node).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private void show(Picture now) {
    boolean arranged = shown.filter(old -> old.wish().equals(now.wish())).isEmpty();
    boolean first = shown.filter(old -> !old.lens().boxes().isEmpty()).isEmpty();
    shown = Optional.of(now);
    picture.show(now, arranged || first);
    select();
    margins.leaveOut(now.leftOut());
    say(
        now.lens().boxes().isEmpty()
            ? Optional.of(new Nothing(now.wish().scope(), now.choices().largest()))
            : Optional.empty());
  }

  private void say(Optional<Nothing> nothing) {
    if (nothing.isEmpty() || !nothing.equals(said)) {
      said = nothing;
      margins.state(nothing.map(this::nothing));
    }
  }

  private StatePane nothing(Nothing why) {
    boolean suspects = why.scope() instanceof LensScope.Suspects;
    Optional<StatePane.Remedy> remedy =
        why.largest()
            .filter(_ -> suspects)
            .map(LensScope.Namespace::new)
            .map(namespace ->
                new StatePane.Remedy(
                    Texts.of("graph.empty.show", GraphTools.words(namespace)),
                    () -> model.choose(namespace)));
    StatePane pane =
        new StatePane(
            StatePane.State.EMPTY,
            Texts.of(suspects ? "graph.empty.suspects" : "graph.empty.scope"),
            remedy);
    pane.setId("graphEmptyPane");
    return pane;
  }

  private void select() {
    picture.select(shown.flatMap(now -> selectedBox(now.lens())));
  }

  private Optional<String> selectedBox(Lens lens) {
    return switch (desk.selectionProperty().get()) {
      case Selection.OfPod(var pod) -> boxOf(lens, pod);
      case Selection.OfNode(var name) -> Optional.of("node:" + name);
      case Selection.OfWorkload(var workload) -> Optional.of("owner:" + workload.uid());
      case Selection.Nothing() -> Optional.empty();
    };
  }

  /** The pod's own box, or that of the replicas among which it is told. */
  private static Optional<String> boxOf(Lens lens, PodRef ref) {
    return lens.box("pod:" + ref.uid())
        .or(() ->
            lens.boxes().stream()
                .filter(box ->
                    box.vertex() instanceof Vertex.OfReplicas(var _, var pods)
                        && pods.stream().anyMatch(p -> p.ref().equals(ref)))
                .findFirst())
        .map(Box::id);
  }

  /** What keys, clicks and menus do. */
  private final class Doing implements GraphView.Deeds {
    @Override
    public void open(Vertex vertex) {
      switch (vertex) {
        case Vertex.OfPod(var pod, var _) -> desk.select(new Selection.OfPod(pod.ref()));
        case Vertex.OfNode node -> desk.select(new Selection.OfNode(node.name()));
        case Vertex.OfOwner owner -> desk.select(new Selection.OfWorkload(owner.owner()));
        case Vertex.OfReplicas(var owner, var _) -> model.expand(owner, true);
        case Vertex.Rest _ -> {}
      }
    }

    @Override
    public void mark(Vertex vertex) {
      if (vertex instanceof Vertex.OfPod(var pod, var _)) {
        desk.askToMark(pod.ref());
      }
    }

    @Override
    public void copy(Vertex vertex) {
      Clip.copy(name(vertex));
    }

    @Override
    public void menu(BoxView box, double x, double y) {
      Vertex vertex = box.box().vertex();
      ContextMenu menu = new ContextMenu(item("graph.menu.copy", () -> copy(vertex)));
      owner(vertex)
          .ifPresent(owner ->
              menu.getItems()
                  .addAll(
                      item("graph.menu.expand", () -> model.expand(owner, true)),
                      item("graph.menu.fold", () -> model.expand(owner, false))));
      menu.show(box, x, y);
    }

    private static MenuItem item(String key, Runnable deed) {
      MenuItem item = new MenuItem(Texts.of(key));
      item.setOnAction(_ -> deed.run());
      return item;
    }
  }

  private static Optional<ObjectRef> owner(Vertex vertex) {
    return switch (vertex) {
      case Vertex.OfOwner owner -> Optional.of(owner.owner());
      case Vertex.OfReplicas replicas -> Optional.of(replicas.owner());
      case Vertex.OfPod _, Vertex.OfNode _, Vertex.Rest _ -> Optional.empty();
    };
  }

  private static String name(Vertex vertex) {
    return switch (vertex) {
      case Vertex.OfOwner owner -> owner.owner().name();
      case Vertex.OfPod pod -> pod.pod().ref().name();
      case Vertex.OfReplicas replicas ->
          replicas.pods().stream().map(pod -> pod.ref().name()).collect(Collectors.joining("\n"));
      case Vertex.OfNode node -> node.name();
      case Vertex.Rest _ -> "";
    };
  }

  /** What stands in the bar above it. */
  public Parent tools() {
    return tools.view();
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    offer.close();
    listening.unsubscribe();
    model.close();
  }
}
