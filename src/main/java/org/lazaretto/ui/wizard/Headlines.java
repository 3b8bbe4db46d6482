package org.lazaretto.ui.wizard;

import java.util.List;
import java.util.Locale;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.lazaretto.ui.wizard.proposal.Headline;

/** Sets a headline. */
final class Headlines {
  private Headlines() {}

  static void show(TextFlow flow, Headline headline) {
    List<Text> parts = headline.spans().stream().map(Headlines::part).toList();
    flow.getChildren().setAll(parts);
    flow.setAccessibleText(headline.text());
  }

  private static Text part(Headline.Span span) {
    Text text = new Text(span.text());
    text.getStyleClass()
        .addAll("wizard-span", "wizard-span-" + span.weight().name().toLowerCase(Locale.ROOT));
    if (span.weight() == Headline.Weight.NAME) {
      text.getStyleClass().add("mono");
    }
    return text;
  }
}
