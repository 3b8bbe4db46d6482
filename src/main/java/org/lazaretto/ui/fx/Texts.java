package org.lazaretto.ui.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;

/**
 * Every text of the window, by key. Each area has a file {@code texts/AREA.properties}; a key that
 * is missing or stands twice is a bug and throws.
 */
public final class Texts {
  /** The areas, each with a file of its own. */
  public static final List<String> AREAS =
      List.of(
          "fx",
          "desk",
          "shell",
          "start",
          "map",
          "graph",
          "find",
          "inspector",
          "wizard",
          "journal",
          "report",
          "settings",
          "verify");

  private static final Bundle ALL = new Bundle(load());

  private Texts() {}

  /** All texts, for FXML. */
  public static ResourceBundle bundle() {
    return ALL;
  }

  /**
   * The text of a key, with its arguments filled in as {@link MessageFormat} does it.
   *
   * @throws MissingResourceException if there is no such key
   */
  public static String of(String key, Object... arguments) {
    String text = ALL.getString(key);
    boolean plain = text.indexOf('{') < 0 && text.indexOf('\'') < 0;
    return plain ? text : new MessageFormat(text, Locale.ENGLISH).format(arguments);
  }

  private static Map<String, String> load() {
    Map<String, String> all = new HashMap<>();
    for (String area : AREAS) {
      read(area)
          .forEach((key, value) -> {
            if (all.put(key.toString(), value.toString()) != null) {
              throw new IllegalStateException("the text " + key + " stands twice");
            }
          });
    }
    return all;
  }

  private static Properties read(String area) {
    Properties texts = new Properties();
    String file = "/texts/" + area + ".properties";
    try (InputStream bytes = Objects.requireNonNull(Texts.class.getResourceAsStream(file), file);
        Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    return texts;
  }

  private static final class Bundle extends ResourceBundle {
    private final Map<String, String> texts;

    Bundle(Map<String, String> texts) {
      this.texts = Map.copyOf(texts);
    }

    @Override
    protected @org.jspecify.annotations.Nullable Object handleGetObject(String key) {
      return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
      return Collections.enumeration(texts.keySet());
    }
  }
}
