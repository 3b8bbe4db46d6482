package org.lazaretto.ui.wizard;

import java.util.Optional;
import org.lazaretto.plan.Request.Method;
import org.lazaretto.ui.fx.Texts;

/** How one application is moved: as the others are, or by a method of its own. */
enum MethodChoice {
  AS_ABOVE("wizard.choose.asAbove"),
  EVICT("wizard.method.evict"),
  RESTART("wizard.method.restart"),
  DRAIN("wizard.method.drain"),
  TAINT("wizard.method.taint"),
  KEEP("wizard.method.stays");

  private final String key;

  MethodChoice(String key) {
    this.key = key;
  }

  static MethodChoice of(Optional<Method> method) {
    return method
        .map(chosen ->
            switch (chosen) {
              case EVICT -> EVICT;
              case RESTART -> RESTART;
              case DRAIN -> DRAIN;
              case TAINT -> TAINT;
              case KEEP -> KEEP;
            })
        .orElse(AS_ABOVE);
  }

  Optional<Method> method() {
    return switch (this) {
      case AS_ABOVE -> Optional.empty();
      case EVICT -> Optional.of(Method.EVICT);
      case RESTART -> Optional.of(Method.RESTART);
      case DRAIN -> Optional.of(Method.DRAIN);
      case TAINT -> Optional.of(Method.TAINT);
      case KEEP -> Optional.of(Method.KEEP);
    };
  }

  /** What the choice is called, for the control that offers it. */
  @Override
  public String toString() {
    return Texts.of(key);
  }
}
