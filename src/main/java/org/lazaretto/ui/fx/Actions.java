package org.lazaretto.ui.fx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/** The actions that are offered now. A page offers its own and takes them back when it closes. */
public final class Actions {
  private final Map<String, Action> offered = new LinkedHashMap<>();

  /** Takes back what was offered. */
  public interface Offer extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Offers actions until the handle is closed.
   *
   * @throws IllegalStateException if one of that id is offered already
   */
  public Offer offer(List<Action> actions) {
    for (Action action : actions) {
      if (offered.putIfAbsent(action.id(), action) != null) {
        throw new IllegalStateException("the action " + action.id() + " is offered twice");
      }
    }
    List<Action> mine = List.copyOf(actions);
    return () -> mine.forEach(action -> offered.remove(action.id(), action));
  }

  /** All of them, in the order in which they were offered. */
  public List<Action> all() {
    return new ArrayList<>(offered.values());
  }

  /** The one of that id. */
  public Optional<Action> byId(String id) {
    return Optional.ofNullable(offered.get(id));
  }

  /** The one on that key that can be done now. */
  public Optional<Action> on(KeyEvent event) {
    return offered.values().stream()
        .filter(action -> action.shortcut().filter(key -> key.matches(event)).isPresent())
        .filter(action -> action.enabled().getAsBoolean())
        .findFirst();
  }
}
