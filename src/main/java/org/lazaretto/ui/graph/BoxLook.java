package org.lazaretto.ui.graph;

import java.util.List;

/**
 * How a box looks.
 *
 * @param sign what stands before its name, may be empty
 * @param title its name, made visible
 * @param detail a second line, may be empty
 * @param marks what stands at its right end, may be empty
 * @param classes its style classes, by meaning
 * @param dimmed whether a filter leaves it in the dark
 * @param spoken all of it in words
 */
record BoxLook(
    String sign,
    String title,
    String detail,
    String marks,
    List<String> classes,
    boolean dimmed,
    String spoken) {
  /** Copies what it is given. */
  BoxLook {
    classes = List.copyOf(classes);
  }
}
