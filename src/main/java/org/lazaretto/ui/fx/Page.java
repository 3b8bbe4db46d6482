package org.lazaretto.ui.fx;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/** A page that is shown, and ends what it started when it is closed. */
public interface Page extends AutoCloseable {
  /** What is seen of it. */
  Parent view();

  /** Where its keys begin; empty for its first field, or else its first control. */
  default Optional<Node> start() {
    return Optional.empty();
  }

  /** Ends its listeners and work under way. */
  @Override
  void close();
}
