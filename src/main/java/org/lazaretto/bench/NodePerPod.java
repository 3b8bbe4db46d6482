package org.lazaretto.bench;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Affine;
import org.lazaretto.graph.Bounds;
import org.lazaretto.graph.Camera;
import org.lazaretto.graph.MapFrame;
import org.lazaretto.graph.MapModel;
import org.lazaretto.model.Pod;

/** The same picture as a program usually makes it: a rectangle and a label for each pod. */
final class NodePerPod {
  private final Affine camera = new Affine();
  private final Group world = new Group();

  NodePerPod(MapModel model) {
    MapFrame frame = model.frame();
    Font font = Font.font(10);
    List<Node> nodes = new ArrayList<>(2 * frame.snapshot().podCount());
    for (Pod pod : frame.snapshot().pods()) {
      Bounds place = frame.grid().boundsOfCell(model.cellOf(pod.ref().uid()));
      Rectangle cell = new Rectangle(place.x(), place.y(), place.width(), place.height());
      cell.setFill(Color.SLATEGRAY);
      Text label = new Text(place.x() + 4, place.y() + 15, pod.ref().name().substring(0, 8));
      label.setFont(font);
      label.setFill(Color.WHITESMOKE);
      label.setMouseTransparent(true);
      nodes.add(cell);
      nodes.add(label);
    }
    world.getChildren().setAll(nodes);
    world.getTransforms().setAll(camera);
  }

  Pane content() {
    Pane pane = new Pane(world);
    pane.setStyle("-fx-background-color: black");
    return pane;
  }

  void show(Camera now) {
    camera.setToTransform(
        now.scale(), 0, -now.x() * now.scale(), 0, now.scale(), -now.y() * now.scale());
  }
}
