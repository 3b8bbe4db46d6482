package org.lazaretto.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.observe.ObjectDetails;
import org.lazaretto.ui.fx.Background;

/** An object as YAML, asked for when it is opened and forgotten when it is left. */
final class YamlViewModel implements AutoCloseable {
  private final ObjectDetails details;
  private final Question<String> yaml;
  private final ObservableList<TextLine> lines = FXCollections.observableArrayList();
  private final Subscription following;
  private Optional<ObjectRef> object = Optional.empty();

  YamlViewModel(ObjectDetails details, Background background) {
    this.details = details;
    this.yaml = new Question<>(background);
    this.following = yaml.answerProperty().subscribe(this::answered);
  }

  private void answered(Answer<String> answer) {
    lines.setAll(answer.known().map(Lines::of).orElseGet(List::of));
  }

  /** Is about another subject from now on; nothing is asked yet. */
  void show(Subject subject) {
    Optional<ObjectRef> next =
        subject instanceof Subject.Known known ? Optional.of(known.object()) : Optional.empty();
    if (!next.equals(object)) {
      object = next;
      yaml.close();
    }
  }

  /** Asks, unless it is known or under way. */
  void ask() {
    if (yaml.answerProperty().get() instanceof Answer.None<String>) {
      refresh();
    }
  }

  /** Asks once more. */
  void refresh() {
    object.ifPresent(ref -> yaml.askAgain(() -> details.yaml(ref)));
  }

  /** Calls off and forgets. */
  void leave() {
    yaml.close();
  }

  /** The lines that are shown. */
  ObservableList<TextLine> lines() {
    return lines;
  }

  /** The whole text, as the API gave it. */
  ReadOnlyObjectProperty<Answer<String>> answerProperty() {
    return yaml.answerProperty();
  }

  @Override
  public void close() {
    following.unsubscribe();
    leave();
  }
}
