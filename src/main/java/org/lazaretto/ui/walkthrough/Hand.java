package org.lazaretto.ui.walkthrough;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Uses the window as a person does: finds controls by their {@code fx:id}, waits until they are to
 * be seen and enabled, and presses or fills them. Its methods block and are not for the toolkit's
 * thread.
 */
public final class Hand {
  private static final javafx.util.Duration GLANCE = javafx.util.Duration.millis(40);

  private final Executor fx;
  private final Duration patience;

  /**
   * A hand with that patience.
   *
   * @param fx runs what touches the window
   * @param patience how long it waits for a control or a state, in real time
   */
  public Hand(Executor fx, Duration patience) {
    this.fx = fx;
    this.patience = patience;
  }

  /** The same hand with more or less patience. */
  public Hand patient(Duration other) {
    return new Hand(fx, other);
  }

  /** What is found when one looks now, on the toolkit's thread. */
  public <T> T see(Supplier<T> look) throws InterruptedException {
    CompletableFuture<T> seen = CompletableFuture.supplyAsync(look, fx);
    try {
      return seen.get();
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    }
  }

  /** Does something on the toolkit's thread and returns when it is done. */
  public void act(Runnable deed) throws InterruptedException {
    see(() -> {
      deed.run();
      return true;
    });
  }

  /**
   * Waits until something holds, looking at it on the toolkit's thread.
   *
   * @param what it is, for the message if it never comes
   * @throws StuckException if it does not hold in time
   */
  public void until(String what, BooleanSupplier holds)
      throws StuckException, InterruptedException {
    await(what, () -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /**
   * Waits until there is something.
   *
   * @throws StuckException if there is nothing in time
   */
  public <T> T await(String what, Supplier<Optional<T>> look)
      throws StuckException, InterruptedException {
    CompletableFuture<T> found = new CompletableFuture<>();
    Timeline glances = new Timeline();
    glances.getKeyFrames().setAll(new KeyFrame(GLANCE, _ -> glance(look, found, glances)));
    glances.setCycleCount(Timeline.INDEFINITE);
    act(() -> {
      glance(look, found, glances);
      if (!found.isDone()) {
        glances.play();
      }
    });
    try {
      return found.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new StuckException(what, see(Sight::told));
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } finally {
      act(glances::stop);
    }
  }

  /** A look that fails is told to who waits: the toolkit's thread has nobody to tell it to. */
  private static <T> void glance(
      Supplier<Optional<T>> look, CompletableFuture<T> found, Timeline glances) {
    try {
      look.get().ifPresent(found::complete);
    } catch (RuntimeException bug) {
      found.completeExceptionally(bug);
    }
    if (found.isDone()) {
      glances.stop();
    }
  }

  /** The control with that {@code fx:id}, once it is to be seen. */
  public Node find(String id) throws StuckException, InterruptedException {
    return await(id, () -> Sight.of(id));
  }

  /** Whether it is to be seen now. */
  public boolean sees(String id) throws InterruptedException {
    return see(() -> Sight.of(id).isPresent());
  }

  /** Presses a button once it is enabled. */
  public void press(String id) throws StuckException, InterruptedException {
    use(
        id,
        ButtonBase.class,
        button -> {
          button.fire();
          return true;
        });
  }

  /** Fills a field with text, over what stood in it. */
  public void type(String id, String text) throws StuckException, InterruptedException {
    use(
        id,
        TextInputControl.class,
        field -> {
          field.requestFocus();
          field.setText(text);
          field.end();
          return true;
        });
  }

  /** Presses a key on a control that is enabled. */
  public void key(String id, KeyCode code) throws StuckException, InterruptedException {
    use(
        id,
        Node.class,
        node -> {
          press(node, code);
          return true;
        });
  }

  /** Presses a key with the shortcut modifier, Ctrl or Command, on what has the focus. */
  public void shortcut(KeyCode code) throws StuckException, InterruptedException {
    Node focused = await("something in focus", Sight::focused);
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    act(() ->
        focused.fireEvent(
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, !mac, false, mac)));
  }

  /** Presses a key on a node, on the toolkit's thread. */
  static void press(Node node, KeyCode code) {
    for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      node.fireEvent(new KeyEvent(type, "", "", code, false, false, false, false));
    }
  }

  /** Ticks a box, or leaves it ticked. */
  public void tick(String id) throws StuckException, InterruptedException {
    use(
        id,
        CheckBox.class,
        box -> {
          if (!box.isSelected()) {
            box.fire();
          }
          return true;
        });
  }

  /** Takes the tick out of a box, or leaves it out. */
  public void untick(String id) throws StuckException, InterruptedException {
    use(
        id,
        CheckBox.class,
        box -> {
          if (box.isSelected()) {
            box.fire();
          }
          return true;
        });
  }

  /** Leaves out of a list of boxes, once it has some, each one whose name has that in it. */
  public void untick(String list, String part) throws StuckException, InterruptedException {
    await("boxes in " + list, () -> Sight.of(list).filter(box -> !Sight.boxes(box, "").isEmpty()));
    act(() ->
        Sight.of(list).stream()
            .flatMap(box -> Sight.boxes(box, part).stream())
            .filter(CheckBox::isSelected)
            .forEach(CheckBox::fire));
  }

  /** Takes one of several ways, or leaves it taken. */
  public void select(String id) throws StuckException, InterruptedException {
    use(
        id,
        RadioButton.class,
        radio -> {
          if (!radio.isSelected()) {
            radio.fire();
          }
          return true;
        });
  }

  /**
   * Uses a control once it is enabled.
   *
   * @throws StuckException if there is no enabled control of that type in time
   */
  public <C extends Node, T> T use(String id, Class<C> type, Function<C, T> deed)
      throws StuckException, InterruptedException {
    C control =
        await(
            "an enabled " + type.getSimpleName() + " " + id,
            () ->
                Sight.of(id)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .filter(node -> !node.isDisabled()));
    return see(() -> deed.apply(control));
  }

  /** The texts to be seen in and below the control with that {@code fx:id}. */
  public String read(String id) throws StuckException, InterruptedException {
    Node node = find(id);
    return see(() -> Sight.text(node));
  }
}
