package org.lazaretto.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lazaretto.settings.Settings.Look;
import org.lazaretto.settings.Settings.WindowState;

/**
 * The written form of settings: a JSON object of single values and of objects of them. What a file
 * leaves out is as usual; what it holds beside that is not understood and refused, so that nothing
 * is lost when it is written again.
 */
final class SettingsText {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int FORMAT = 1;

  private SettingsText() {}

  /** The text cannot be understood; why, without quoting it. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String why) {
      super(why);
    }
  }

  static byte[] write(Settings settings) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeNumberField("format", FORMAT);
      json.writeStringField("theme", settings.look().name().toLowerCase(Locale.ROOT));
      json.writeBooleanField("reducedMotion", settings.reducedMotion());
      json.writeStringField("operator", settings.operator());
      json.writeNumberField("exerciseSpeed", settings.exerciseSpeed());
      json.writeStringField("caseFolder", settings.caseFolder());
      window(json, settings.window());
      panes(json, settings.panes());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory is always writable", e);
    }
    return bytes.toByteArray();
  }

  private static void window(JsonGenerator json, WindowState window) throws IOException {
    json.writeObjectFieldStart("window");
    if (!Double.isNaN(window.x()) && !Double.isNaN(window.y())) {
      json.writeNumberField("x", window.x());
      json.writeNumberField("y", window.y());
    }
    json.writeNumberField("width", window.width());
    json.writeNumberField("height", window.height());
    json.writeBooleanField("maximised", window.maximised());
    json.writeEndObject();
  }

  private static void panes(JsonGenerator json, PaneState panes) throws IOException {
    json.writeObjectFieldStart("panes");
    json.writeNumberField("find", panes.find());
    json.writeNumberField("side", panes.side());
    json.writeNumberField("drawer", panes.drawer());
    json.writeNumberField("journal", panes.journal());
    json.writeEndObject();
    json.writeObjectFieldStart("columns");
    for (Map.Entry<String, Double> column : new TreeMap<>(panes.columns().widths()).entrySet()) {
      json.writeNumberField(column.getKey(), column.getValue());
    }
    json.writeEndObject();
  }

  static Settings read(byte[] bytes) throws Malformed {
    Values values = new Values(flat(bytes));
    if (values.number("format", FORMAT) != FORMAT) {
      throw new Malformed("it was written by another version");
    }
    Settings usual = Settings.USUAL;
    Settings read =
        new Settings(
            values.look(usual.look()),
            values.truth("reducedMotion", usual.reducedMotion()),
            values.text("operator", usual.operator()),
            values.number("exerciseSpeed", usual.exerciseSpeed()),
            values.text("caseFolder", usual.caseFolder()),
            window(values, usual.window()),
            panes(values, usual.panes()));
    values.requireAllUsed();
    return read;
  }

  private static WindowState window(Values values, WindowState usual) throws Malformed {
    return new WindowState(
        values.number("window.x", usual.x()),
        values.number("window.y", usual.y()),
        values.number("window.width", usual.width()),
        values.number("window.height", usual.height()),
        values.truth("window.maximised", usual.maximised()));
  }

  private static PaneState panes(Values values, PaneState usual) throws Malformed {
    return new PaneState(
        values.number("panes.find", usual.find()),
        values.number("panes.side", usual.side()),
        values.number("panes.drawer", usual.drawer()),
        values.number("panes.journal", usual.journal()),
        new ColumnState(values.numbers("columns.")));
  }

  /** Every single value under the path of its names. */
  private static Map<String, Object> flat(byte[] bytes) throws Malformed {
    Map<String, Object> values = new HashMap<>();
    Deque<String> path = new ArrayDeque<>();
    try (JsonParser json = JSON.createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed("it is not a JSON object");
      }
      while (json.nextToken() != null) {
        switch (json.currentToken()) {
          case START_OBJECT -> path.addLast(json.currentName() + ".");
          case END_OBJECT -> path.pollLast();
          case FIELD_NAME -> {}
          case VALUE_STRING -> values.put(name(path, json), json.getText());
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
              values.put(name(path, json), json.getDoubleValue());
          case VALUE_TRUE -> values.put(name(path, json), true);
          case VALUE_FALSE -> values.put(name(path, json), false);
          default -> throw new Malformed("'" + name(path, json) + "' is no single value");
        }
      }
    } catch (IOException e) {
      throw new Malformed("it is not JSON");
    }
    return values;
  }

  private static String name(Deque<String> path, JsonParser json) throws IOException {
    return String.join("", path) + json.currentName();
  }

  /** Values that are taken out one by one. */
  private record Values(Map<String, Object> left) {
    private <T> T take(String name, Class<T> type, T usual) throws Malformed {
      Object value = left.remove(name);
      if (value == null) {
        return usual;
      }
      if (!type.isInstance(value)) {
        throw new Malformed("'" + name + "' is of another sort than it should be");
      }
      return type.cast(value);
    }

    double number(String name, double usual) throws Malformed {
      return take(name, Double.class, usual);
    }

    /** All numbers below a path, by the rest of their names. */
    Map<String, Double> numbers(String path) throws Malformed {
      Map<String, Double> found = new HashMap<>();
      for (String name : List.copyOf(left.keySet())) {
        if (name.startsWith(path)) {
          found.put(name.substring(path.length()), number(name, 0));
        }
      }
      return found;
    }

    boolean truth(String name, boolean usual) throws Malformed {
      return take(name, Boolean.class, usual);
    }

    String text(String name, String usual) throws Malformed {
      return take(name, String.class, usual);
    }

    Look look(Look usual) throws Malformed {
      String word = text("theme", usual.name().toLowerCase(Locale.ROOT));
      for (Look look : Look.values()) {
        if (look.name().equalsIgnoreCase(word)) {
          return look;
        }
      }
      throw new Malformed("there is no theme of that name");
    }

    void requireAllUsed() throws Malformed {
      if (!left.isEmpty()) {
        throw new Malformed("it holds settings that this version does not know");
      }
    }
  }
}
