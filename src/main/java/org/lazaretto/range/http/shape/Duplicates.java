package org.lazaretto.range.http.shape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds fields that a JSON text says twice. */
public final class Duplicates {
  private final Deque<Level> levels = new ArrayDeque<>();
  private final List<String> found = new ArrayList<>();

  private Duplicates() {}

  private static final class Level {
    private final String path;
    private final boolean list;
    private final Set<String> names = new HashSet<>();
    private String name = "";
    private int index = -1;

    Level(String path, boolean list) {
      this.path = path;
      this.list = list;
    }

    String here() {
      if (list) {
        return path + "[" + index + "]";
      }
      return path.isEmpty() ? name : path + "." + name;
    }
  }

  /**
   * As in {@code duplicate field "spec.replicas"}.
   *
   * @throws IOException if it is not JSON
   */
  public static List<String> in(byte[] text) throws IOException {
    Duplicates duplicates = new Duplicates();
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      for (@Nullable JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
        duplicates.take(next, parser.currentName());
      }
    }
    return List.copyOf(duplicates.found);
  }

  private void take(JsonToken token, @Nullable String name) {
    Level level = levels.peek();
    if (level != null && level.list && !token.isStructEnd()) {
      level.index++;
    }
    String here = level == null ? "" : level.here();
    switch (token) {
      case FIELD_NAME -> named(level, String.valueOf(name));
      case START_OBJECT -> levels.push(new Level(here, false));
      case START_ARRAY -> levels.push(new Level(here, true));
      case END_OBJECT, END_ARRAY -> levels.pop();
      default -> {}
    }
  }

  private void named(@Nullable Level level, String name) {
    if (level != null) {
      level.name = name;
      if (!level.names.add(name)) {
        found.add("duplicate field \"" + level.here() + "\"");
      }
    }
  }
}
