package org.lazaretto.ui.inspector;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Hint;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Texts;

/** Draws lines of parts. */
final class Parts {
  private static final double LEAST_NAME = 48;

  private final Consumer<Deed> doer;

  Parts(Consumer<Deed> doer) {
    this.doer = doer;
  }

  /** A line: names give way by an ellipsis, words by a further line. */
  Node line(List<Part> parts) {
    if (parts.size() == 1) {
      return node(parts.getFirst());
    }
    return parts.stream().anyMatch(Parts::named) ? row(parts) : flow(parts);
  }

  private static boolean named(Part part) {
    return part instanceof Part.Name || part instanceof Part.NameLink;
  }

  private Node row(List<Part> parts) {
    HBox row = new HBox(8);
    row.setAlignment(Pos.BASELINE_LEFT);
    for (Part part : parts) {
      Region node = node(part);
      node.setMinWidth(named(part) ? LEAST_NAME : Region.USE_PREF_SIZE);
      row.getChildren().add(node);
    }
    return row;
  }

  private Node flow(List<Part> parts) {
    TextFlow flow = new TextFlow();
    flow.setMinWidth(0);
    for (Part part : parts) {
      if (!flow.getChildren().isEmpty()) {
        boolean goesOn = flow.getChildren().getLast() instanceof Text text && listing(text);
        flow.getChildren().add(new Text(goesOn ? " " : "  "));
      }
      flow.getChildren().add(piece(part));
    }
    return flow;
  }

  private static boolean listing(Text before) {
    return before.getText().endsWith(",");
  }

  private Node piece(Part part) {
    return switch (part) {
      case Part.Words(var text) -> text(text, "inspector-words");
      case Part.Quiet(var text) -> text(text, "inspector-quiet");
      case Part.Warning(var text) -> text(text, "inspector-warning");
      case Part.Name _, Part.NameLink _, Part.WordLink _ -> node(part);
    };
  }

  private static Text text(String words, String style) {
    Text text = new Text(HostileText.visible(words));
    text.getStyleClass().addAll("inspector-text", style);
    return text;
  }

  private Region node(Part part) {
    return switch (part) {
      case Part.Words(var text) -> words(text, "inspector-words");
      case Part.Quiet(var text) -> words(text, "inspector-quiet");
      case Part.Warning(var text) -> words(text, "inspector-warning");
      case Part.Name(var text) -> new NameLabel(text);
      case Part.NameLink(var text, var deed) -> nameLink(text, deed);
      case Part.WordLink(var text, var deed) -> wordLink(text, deed);
    };
  }

  private static Label words(String text, String style) {
    Label label = new Label(HostileText.visible(text));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    label.getStyleClass().add(style);
    return label;
  }

  private Hyperlink nameLink(String name, Deed deed) {
    String visible = HostileText.visible(name);
    Hyperlink link = new Hyperlink(visible);
    link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    link.setEllipsisString("…");
    Hint.on(link).say(visible);
    link.getStyleClass().addAll("mono", "inspector-link");
    link.setOnAction(_ -> act(link, deed));
    return link;
  }

  private Hyperlink wordLink(String text, Deed deed) {
    Hyperlink link = new Hyperlink(text);
    link.getStyleClass().add("inspector-link");
    link.setOnAction(_ -> {
      act(link, deed);
      if (deed instanceof Deed.Copy) {
        link.setText(Texts.of("inspector.copied"));
      }
    });
    link.setOnMouseExited(_ -> link.setText(text));
    return link;
  }

  private void act(Hyperlink link, Deed deed) {
    link.setVisited(false);
    doer.accept(deed);
  }
}
