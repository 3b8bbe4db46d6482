package org.lazaretto.range.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON text in the words of Go's decoder. */
final class GoErrors {
  private static final int SHOWN = 16;
  private static final Pattern MISFIT =
      Pattern.compile("json: cannot unmarshal (.+) into Go struct field .+ of type (.+)");

  private GoErrors() {}

  static String of(IOException broken, byte[] text) {
    long at =
        broken instanceof JsonProcessingException json && json.getLocation() != null
            ? json.getLocation().getByteOffset()
            : text.length;
    int offset = (int) Math.min(Math.max(at, 0), text.length);
    String rest = new String(text, offset, text.length - offset, StandardCharsets.UTF_8).strip();
    String hex =
        HexFormat.of().formatHex(text, 0, Math.min(text.length, SHOWN))
            + (text.length > SHOWN ? "..." : "");
    return rest.isEmpty()
        ? "unexpected end of JSON input"
        : "invalid character '%s' looking for beginning of value (%s)"
            .formatted(new String(Character.toChars(rest.codePointAt(0))), hex);
  }

  /** A value as Go prints it, as in {@code map[spec:map[replicas:x]]}. */
  static String value(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT ->
          value.properties().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(entry -> entry.getKey() + ":" + value(entry.getValue()))
              .collect(Collectors.joining(" ", "map[", "]"));
      case ARRAY ->
          value.valueStream().map(GoErrors::value).collect(Collectors.joining(" ", "[", "]"));
      case NULL -> "<nil>";
      default -> value.asText();
    };
  }

  /** How a strategic patch says that a value has a wrong type. */
  static String conversion(String misfit) {
    Matcher words = MISFIT.matcher(misfit);
    if (!words.matches()) {
      return misfit;
    }
    String wanted = words.group(2);
    return words.group(1).startsWith("number") && wanted.equals("string")
        ? "cannot convert int64 to string"
        : "unrecognized type: " + wanted;
  }
}
