package org.lazaretto.ui.fx;

import javafx.scene.Parent;

/** A page that is shown, and ends what it started when it is closed. */
public interface Page extends AutoCloseable {
  /** What is seen of it. */
  Parent view();

  /** Ends its listeners and work under way. */
  @Override
  void close();
}
