package org.lazaretto.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * One FXML file as it is written.
 *
 * @param path where it stands
 * @param text all of it
 * @param elements its elements in their order, the root first
 */
record FxmlFile(Path path, String text, List<Tag> elements) {
  /**
   * An element.
   *
   * @param name as in {@code Button}
   * @param attributes by their names as they are written, as in {@code fx:id}
   * @param children the names of the elements directly in it, properties included
   */
  record Tag(String name, Map<String, String> attributes, List<String> children) {
    Optional<String> attribute(String named) {
      return Optional.ofNullable(attributes.get(named));
    }

    String told() {
      return name + attribute("fx:id").map(id -> "#" + id).orElse("");
    }
  }

  static List<FxmlFile> all() {
    return SourceFiles.fxml().entrySet().stream()
        .map(entry -> read(entry.getKey(), entry.getValue()))
        .toList();
  }

  Optional<Class<?>> controller() throws ClassNotFoundException {
    Optional<String> name = elements.getFirst().attribute("fx:controller");
    return name.isEmpty() ? Optional.empty() : Optional.of(Class.forName(name.get()));
  }

  /** Each identity with its element. */
  Map<String, Tag> identities() {
    Map<String, Tag> found = new LinkedHashMap<>();
    elements.forEach(tag -> tag.attribute("fx:id").ifPresent(id -> found.put(id, tag)));
    return found;
  }

  private static FxmlFile read(Path path, String text) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      NodeList nodes = document.getElementsByTagName("*");
      List<Tag> tags = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        tags.add(tag((Element) nodes.item(i)));
      }
      return new FxmlFile(path, text, List.copyOf(tags));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(path + " is not to be read", e);
    }
  }

  private static Tag tag(Element element) {
    Map<String, String> attributes = new HashMap<>();
    NamedNodeMap written = element.getAttributes();
    for (int i = 0; i < written.getLength(); i++) {
      attributes.put(written.item(i).getNodeName(), written.item(i).getNodeValue());
    }
    List<String> children = new ArrayList<>();
    NodeList nodes = element.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element child) {
        children.add(child.getTagName());
      }
    }
    return new Tag(element.getTagName(), Map.copyOf(attributes), List.copyOf(children));
  }
}
