package org.lazaretto.session;

import java.util.regex.Pattern;

/**
 * A case that is to be made.
 *
 * @param id its id, and the name of its folder: letters, digits, dots, dashes, underscores
 * @param title a few words
 */
public record NewCase(String id, String title) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** Whether that can be an id. */
  public static boolean possible(String id) {
    return FORM.matcher(id).matches();
  }

  /** Checks the id. */
  public NewCase {
    if (!possible(id)) {
      throw new IllegalArgumentException("not the id of a case: " + id);
    }
  }
}
