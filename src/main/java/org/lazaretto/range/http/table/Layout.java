package org.lazaretto.range.http.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** The columns of a kind. */
public final class Layout {
  private final List<Column> columns;

  Layout(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  List<Column> columns() {
    return columns;
  }

  /**
   * The columns of a kind that was defined.
   *
   * @param printed its {@code additionalPrinterColumns}; if there are none, its age is shown
   */
  public static Layout custom(JsonNode printed) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.ofName());
    for (JsonNode each : printed) {
      columns.add(column(each));
    }
    if (printed.isEmpty()) {
      columns.add(Column.ofAge());
    }
    return new Layout(columns);
  }

  private static Column column(JsonNode printed) {
    Steps path = Steps.of(printed.path("jsonPath").asText(""));
    String type = printed.path("type").asText("string");
    return new Column(
        printed.path("name").asText(""),
        type,
        printed.path("priority").asInt(0) > 0,
        (object, now) -> {
          JsonNode value = path.in(object);
          if (type.equals("date") && value.isTextual()) {
            return TextNode.valueOf(Ages.since(value, now));
          }
          return value.isValueNode()
              ? value
              : TextNode.valueOf(value.isMissingNode() ? "" : value.toString());
        });
  }
}
