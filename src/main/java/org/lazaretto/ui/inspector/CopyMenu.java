package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.observe.Detail;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Texts;

/** All that can be copied of an object at once. */
final class CopyMenu {
  private final Desk desk;
  private final MenuButton button;

  CopyMenu(Desk desk, MenuButton button) {
    this.desk = desk;
    this.button = button;
  }

  /** Offers what can be copied of the object. */
  void show(ObjectRef object) {
    KubectlLines lines = new KubectlLines(desk.incident().cluster(), object);
    List<MenuItem> items = new ArrayList<>();
    items.add(item("name", object::name));
    if (!object.namespace().isEmpty()) {
      items.add(item("path", object::path));
    }
    items.add(item("uid", object::uid));
    items.add(new SeparatorMenuItem());
    items.add(item("get", lines::get));
    items.add(item("describe", lines::describe));
    if (object.kind().equals("Pod")) {
      items.add(item("logs", lines::logs));
    }
    items.add(new SeparatorMenuItem());
    MenuItem yaml = new MenuItem(Texts.of("inspector.copy.yaml"));
    yaml.setId("copyYamlItem");
    yaml.setOnAction(_ -> copyYaml(object));
    items.add(yaml);
    button.getItems().setAll(items);
  }

  private static MenuItem item(String what, Supplier<String> text) {
    MenuItem item = new MenuItem(Texts.of("inspector.copy." + what));
    item.setOnAction(_ -> Clip.copy(text.get()));
    return item;
  }

  private void copyYaml(ObjectRef object) {
    Background.Running _ =
        desk.background()
            .run(
                () -> desk.incident().details().yaml(object),
                this::copied,
                failure -> desk.tell(Notice.of(failure)));
  }

  private void copied(Detail<String> detail) {
    switch (detail) {
      case Detail.Read(var yaml) -> {
        Clip.copy(yaml);
        desk.tell(Notice.done(Texts.of("inspector.copy.done")));
      }
      case Detail.Gone(var reason) -> failed("GONE", reason);
      case Detail.Denied(var reason) -> failed("DENIED", reason);
      case Detail.Unavailable(var code, var reason) -> failed(code, reason);
    }
  }

  private void failed(String code, String reason) {
    desk.tell(Notice.of(new Failure("LZ-" + code, Texts.of("inspector.copy.failed", reason), "")));
  }
}
