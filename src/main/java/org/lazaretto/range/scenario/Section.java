package org.lazaretto.range.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lazaretto.range.cluster.object.Tree;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a scenario file, read key by key. Each key that is asked for counts as known;
 * {@link #done} refuses the others, so that a typing error never passes in silence.
 */
final class Section {
  private static final Pattern DURATION = Pattern.compile("([0-9]+)(ms|s|m|h)");

  private final String file;
  private final String what;
  private final Node place;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  private Section(String file, String what, Node place) {
    this.file = file;
    this.what = what;
    this.place = place;
  }

  /** How to read one mapping. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Section section) throws ScenarioException;
  }

  static Section of(String file, String what, Node node) throws ScenarioException {
    Section section = new Section(file, what, node);
    if (!(node instanceof MappingNode mapping)) {
      throw section.wrong("expected " + what + " as a mapping of keys to values");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = section.scalar(tuple.getKeyNode(), "a key");
      if (section.values.put(key, tuple.getValueNode()) != null) {
        throw error(file, tuple.getKeyNode(), "the key '" + key + "' stands twice in " + what);
      }
      section.keys.put(key, tuple.getKeyNode());
    }
    return section;
  }

  private static ScenarioException error(String file, Node node, String message) {
    return new ScenarioException(file, node.getStartMark().getLine() + 1, message);
  }

  /** An error at this section's first line. */
  ScenarioException wrong(String message) {
    return error(file, place, message);
  }

  /** An error at the line of a key. */
  ScenarioException wrongAt(String key, String message) {
    return error(file, keys.getOrDefault(key, place), message);
  }

  private String scalar(Node node, String expected) throws ScenarioException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw error(file, node, "expected " + expected);
  }

  private Optional<Node> value(String key) {
    known.add(key);
    return Optional.ofNullable(values.get(key));
  }

  boolean has(String key) {
    return value(key).isPresent();
  }

  private Node required(String key, String expected) throws ScenarioException {
    return value(key)
        .orElseThrow(() -> wrong("'" + key + "' is missing in " + what + "; expected " + expected));
  }

  String text(String key) throws ScenarioException {
    return scalar(required(key, "a text"), "a text for '" + key + "'");
  }

  String text(String key, String otherwise) throws ScenarioException {
    return has(key) ? text(key) : otherwise;
  }

  /** A text out of a closed list. */
  String oneOf(String key, List<String> allowed) throws ScenarioException {
    String expected = "one of " + String.join(", ", allowed);
    String found = scalar(required(key, expected), expected);
    if (!allowed.contains(found)) {
      throw wrongAt(key, "'" + key + "' is '" + found + "'; expected " + expected);
    }
    return found;
  }

  int number(String key, int otherwise) throws ScenarioException {
    return has(key) ? number(key) : otherwise;
  }

  int number(String key) throws ScenarioException {
    String found = scalar(required(key, "a whole number"), "a whole number for '" + key + "'");
    if (!found.matches("[0-9]{1,9}")) {
      throw wrongAt(key, "'" + key + "' is '" + found + "'; expected a whole number");
    }
    return Integer.parseInt(found);
  }

  boolean flag(String key) throws ScenarioException {
    return has(key) && oneOf(key, List.of("true", "false")).equals("true");
  }

  Duration duration(String key) throws ScenarioException {
    String expected = "a duration such as 500ms, 30s, 20m or 2h";
    String found = scalar(required(key, expected), expected);
    Matcher parts = DURATION.matcher(found);
    if (!parts.matches()) {
      throw wrongAt(key, "'" + key + "' is '" + found + "'; expected " + expected);
    }
    long amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  Duration duration(String key, Duration otherwise) throws ScenarioException {
    return has(key) ? duration(key) : otherwise;
  }

  Section section(String key, String about) throws ScenarioException {
    return of(file, about, required(key, about));
  }

  /** A list of mappings; an absent key is an empty list. */
  <T> List<T> sections(String key, String about, Reader<T> reader) throws ScenarioException {
    List<T> read = new ArrayList<>();
    for (Node each : sequence(key)) {
      Section one = of(file, about, each);
      read.add(reader.read(one));
      one.done();
    }
    return List.copyOf(read);
  }

  /** A list of texts; an absent key is an empty list. */
  List<String> texts(String key) throws ScenarioException {
    List<String> texts = new ArrayList<>();
    for (Node each : sequence(key)) {
      texts.add(scalar(each, "a text in '" + key + "'"));
    }
    return List.copyOf(texts);
  }

  private List<Node> sequence(String key) throws ScenarioException {
    Optional<Node> node = value(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get() instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw error(file, node.get(), "expected a list for '" + key + "'");
  }

  /** A mapping of texts such as labels; an absent key is an empty mapping. */
  Map<String, String> map(String key) throws ScenarioException {
    Map<String, String> map = new LinkedHashMap<>();
    if (has(key)) {
      Section inner = section(key, "'" + key + "'");
      for (String each : inner.keys()) {
        map.put(each, inner.text(each));
      }
    }
    return map;
  }

  Set<String> keys() {
    return values.keySet();
  }

  /** A part of a cluster object, taken as it stands; an absent key is an empty object. */
  ObjectNode tree(String key) throws ScenarioException {
    Optional<Node> node = value(key);
    if (node.isEmpty()) {
      return Tree.object();
    }
    if (YamlTree.of(node.get()) instanceof ObjectNode object) {
      return object;
    }
    throw error(file, node.get(), "expected a mapping for '" + key + "'");
  }

  /** The whole section as a cluster object. */
  JsonNode wholeTree() {
    known.addAll(values.keySet());
    return YamlTree.of(place);
  }

  /** Refuses keys that nobody asked for. */
  void done() throws ScenarioException {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        String expected = "expected one of " + String.join(", ", known);
        throw wrongAt(key, "unknown key '" + key + "' in " + what + "; " + expected);
      }
    }
  }
}
