package org.lazaretto.range.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lazaretto.range.store.LabelSelector.Operator;
import org.lazaretto.range.store.LabelSelector.Requirement;

/** Reads selectors by the grammar of Kubernetes, and refuses in its words. */
final class LabelSelectorParser {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(==|!=|[=!(),<>]|[^\\s=!(),<>]+|$)\\s*");
  private static final Pattern SYMBOL = Pattern.compile("==|!=|[=!(),<>]|");
  private final List<String> tokens = new ArrayList<>();
  private int at;

  LabelSelectorParser(String query) {
    Matcher matcher = TOKEN.matcher(query);
    int from = 0;
    while (from < query.length() && matcher.find(from) && matcher.end() > from) {
      tokens.add(matcher.group(1));
      from = matcher.end();
    }
  }

  List<Requirement> requirements() {
    List<Requirement> all = new ArrayList<>();
    if (look().isEmpty()) {
      return all;
    }
    if (!identifier(look()) && !look().equals("!")) {
      throw expected(look(), "!, identifier, or 'end of string'");
    }
    all.add(requirement());
    while (!look().isEmpty()) {
      String comma = next();
      if (!comma.equals(",")) {
        throw expected(comma, "',' or 'end of string'");
      }
      if (!identifier(look()) && !look().equals("!")) {
        throw expected(look(), "identifier after ','");
      }
      all.add(requirement());
    }
    return all;
  }

  private Requirement requirement() {
    boolean absent = look().equals("!");
    if (absent) {
      next();
    }
    String key = next();
    if (!identifier(key)) {
      throw unreadable("found '" + key + "', expected: identifier");
    }
    checkKey(key);
    if (absent) {
      return new Requirement(key, Operator.DOES_NOT_EXIST, Set.of());
    }
    if (look().isEmpty() || look().equals(",")) {
      return new Requirement(key, Operator.EXISTS, Set.of());
    }
    return compared(key);
  }

  private Requirement compared(String key) {
    String word = next();
    return switch (word) {
      case "=", "==" -> new Requirement(key, Operator.IN, Set.of(exactValue(key)));
      case "!=" -> new Requirement(key, Operator.NOT_IN, Set.of(exactValue(key)));
      case "in" -> new Requirement(key, Operator.IN, values(key));
      case "notin" -> new Requirement(key, Operator.NOT_IN, values(key));
      case ">" -> new Requirement(key, Operator.GREATER, Set.of(number(key)));
      case "<" -> new Requirement(key, Operator.LESS, Set.of(number(key)));
      default -> throw unreadable("found '" + word + "', expected: in, notin, =, ==, !=, gt, lt");
    };
  }

  private String number(String key) {
    String value = exactValue(key);
    if (!value.matches("-?\\d{1,18}")) {
      throw unreadable(
          "values[0]["
              + key
              + "]: Invalid value: \""
              + value
              + "\": for 'Gt', 'Lt' operators, the value must be an integer");
    }
    return value;
  }

  private String exactValue(String key) {
    if (look().isEmpty() || look().equals(",")) {
      return "";
    }
    String value = next();
    if (!identifier(value)) {
      throw unreadable("found '" + value + "', expected: identifier");
    }
    return checkedValue(key, value);
  }

  private Set<String> values(String key) {
    String open = next();
    if (!open.equals("(")) {
      throw unreadable("found '" + open + "' expected: '('");
    }
    Set<String> values = new LinkedHashSet<>();
    boolean more = true;
    while (more) {
      values.add(identifier(look()) ? checkedValue(key, next()) : "");
      String end = next();
      more = end.equals(",");
      if (!more && !end.equals(")")) {
        throw unreadable("found '" + end + "', expected: ',' or ')'");
      }
    }
    return values;
  }

  private static void checkKey(String key) {
    if (!LabelRules.isKey(key)) {
      throw unreadable("key: Invalid value: \"" + key + "\": " + LabelRules.KEY_RULE);
    }
  }

  private static String checkedValue(String key, String value) {
    if (!LabelRules.isValue(value)) {
      throw unreadable(
          "values[0][" + key + "]: Invalid value: \"" + value + "\": " + LabelRules.VALUE_RULE);
    }
    return value;
  }

  private static boolean identifier(String token) {
    return !SYMBOL.matcher(token).matches();
  }

  private String look() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private String next() {
    String token = look();
    at++;
    return token;
  }

  private static ApiProblem expected(String found, String wanted) {
    return ApiProblem.badRequest("found '" + found + "', expected: " + wanted);
  }

  private static ApiProblem unreadable(String why) {
    return ApiProblem.badRequest("unable to parse requirement: " + why);
  }
}
