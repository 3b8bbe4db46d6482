package org.lazaretto.ui.journal;

import java.util.Optional;
import org.lazaretto.model.ObjectRef;

/**
 * What a row says.
 *
 * @param text a sentence; may hold hostile names
 * @param name the name in it that is shown as one; empty if there is none
 * @param object the object of that name
 */
public record RowText(String text, String name, Optional<ObjectRef> object) {
  static RowText plain(String text) {
    return new RowText(text, "", Optional.empty());
  }

  /** A sentence about an object, whose path or name stands in it. */
  static RowText about(ObjectRef object, String text) {
    String name = text.contains(object.path()) ? object.path() : object.name();
    return text.contains(name) ? new RowText(text, name, Optional.of(object)) : plain(text);
  }

  /** What stands before the name; all of it if there is no name. */
  public String before() {
    return name.isEmpty() ? text : text.substring(0, text.indexOf(name));
  }

  /** What stands after the name. */
  public String after() {
    return name.isEmpty() ? "" : text.substring(text.indexOf(name) + name.length());
  }
}
