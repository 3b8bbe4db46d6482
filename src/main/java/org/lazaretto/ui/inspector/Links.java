package org.lazaretto.ui.inspector;

import org.lazaretto.find.Group;
import org.lazaretto.ui.fx.Texts;

/** Links that several overviews have. */
final class Links {
  private Links() {}

  /** Lights a namespace. */
  static Part namespace(String namespace) {
    return new Part.NameLink(
        namespace,
        new Deed.Light(
            Texts.of("inspector.light.namespace", namespace), new Group.OfNamespace(namespace)));
  }
}
