package org.lazaretto.ui.wizard;

import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import org.lazaretto.plan.Request.Method;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Draft;

/** The method for all applications, by one click, and when it is wrong. */
final class MethodRadios {
  private final Map<Method, RadioButton> radios;
  private final Label wrong;

  MethodRadios(Map<Method, RadioButton> radios, Label wrong, WizardViewModel wizard) {
    this.radios = radios;
    this.wrong = wrong;
    ToggleGroup one = new ToggleGroup();
    radios.forEach((method, radio) -> {
      radio.setToggleGroup(one);
      radio.setTooltip(Tips.wide(words(method)));
      radio.setAccessibleHelp(words(method));
      radio.setOnAction(_ -> wizard.change(now -> now.with(now.moves().by(method))));
    });
  }

  private static String words(Method method) {
    return method == Method.KEEP ? "" : Texts.of("wizard.choose." + method.word() + "Wrong");
  }

  void show(Draft draft) {
    Method chosen = draft.moves().method();
    radios.forEach((method, radio) -> radio.setSelected(method == chosen));
    wrong.setText(words(chosen));
  }
}
