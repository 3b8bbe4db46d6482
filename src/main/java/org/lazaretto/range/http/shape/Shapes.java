package org.lazaretto.range.http.shape;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lazaretto.range.http.shape.Shape.Field;
import org.lazaretto.range.http.shape.Shape.ListOf;
import org.lazaretto.range.http.shape.Shape.MapOf;
import org.lazaretto.range.http.shape.Shape.Merging;
import org.lazaretto.range.http.shape.Shape.Scalar;
import org.lazaretto.range.http.shape.Shape.Struct;

/** The shapes of all kinds that the server comes with, from one file that tells its own format. */
public final class Shapes {
  private static final String FILE = "/range/kinds.txt";
  private static final Field API_VERSION = new Field(0, "apiVersion", Scalar.STRING, false);
  private static final Field KIND = new Field(0, "kind", Scalar.STRING, false);

  private final Map<String, String[]> lines = new HashMap<>();
  private final Map<String, Struct> read = new HashMap<>();
  private final Map<String, Struct> kinds = new HashMap<>();

  private Shapes() {}

  /** Reads the file. */
  public static Shapes load() {
    Shapes shapes = new Shapes();
    Map<String, String> served = new HashMap<>();
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Shapes.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      file.lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> {
            String[] words = line.split(" ", -1);
            if (words[0].equals("kind")) {
              served.put(key(words[1], words[2]), words[3]);
            } else {
              shapes.lines.put(words[0].replace("=", ""), words);
            }
          });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    served.forEach(
        (key, name) -> shapes.kinds.put(key, shapes.struct(name).with(List.of(API_VERSION, KIND))));
    return shapes;
  }

  private static String key(String apiVersion, String kind) {
    return apiVersion + " " + kind;
  }

  /** The shape of a kind, with apiVersion and kind. */
  public Optional<Struct> ofKind(String apiVersion, String kind) {
    return Optional.ofNullable(kinds.get(key(apiVersion, kind)));
  }

  /** A shape by its name, as in {@code ObjectMeta}. */
  public Struct named(String name) {
    return struct(name);
  }

  private Struct struct(String name) {
    Struct known = read.get(name);
    if (known != null) {
      return known;
    }
    String[] words = Objects.requireNonNull(lines.get(name), name);
    List<Field> fields = Arrays.stream(words).skip(1).map(this::field).toList();
    Struct struct = new Struct(name, words[0].endsWith("="), false, fields);
    read.put(name, struct);
    return struct;
  }

  private Field field(String word) {
    int first = word.indexOf(':');
    int number = first == 0 ? 0 : Integer.parseInt(word.substring(0, first));
    String rest = word.substring(first + 1);
    int second = rest.indexOf(':');
    if (second < 0) {
      return new Field(number, rest, Scalar.STRING, false);
    }
    String name = rest.substring(0, second);
    String type = rest.substring(second + 1);
    return type.startsWith("~")
        ? new Field(number, name, struct(type.substring(1)), true)
        : new Field(number, name, shape(type), false);
  }

  private Shape shape(String type) {
    if (type.startsWith("[")) {
      int end = type.lastIndexOf(']');
      return new ListOf(shape(type.substring(1, end)), merging(type.substring(end + 1)));
    }
    if (type.startsWith("{")) {
      int end = type.lastIndexOf('}');
      return new MapOf(shape(type.substring(1, end)), type.endsWith("="));
    }
    if (Character.isUpperCase(type.charAt(0)) || type.contains(".")) {
      return struct(type);
    }
    return Scalar.valueOf(type.toUpperCase(Locale.ROOT));
  }

  private static Merging merging(String mark) {
    return switch (mark) {
      case "" -> new Merging.Whole();
      case "!" -> new Merging.Set();
      default -> new Merging.ByKeys(List.of(mark.substring(1).split(",", -1)));
    };
  }
}
