package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lazaretto.range.store.Json;

/** Health and version: what anybody may ask. */
final class StatePages implements Pages {
  private static final Pattern NUMBERS = Pattern.compile("v(\\d+)\\.(\\d+)\\..*");

  private final String gitVersion;

  StatePages(String gitVersion) {
    this.gitVersion = gitVersion;
  }

  static boolean isPublic(String path) {
    return switch (path) {
      case "/healthz", "/readyz", "/livez", "/version" -> true;
      default -> false;
    };
  }

  @Override
  public Optional<Answer> answer(PageRequest request) {
    if (!request.reads() || !isPublic(request.path())) {
      return Optional.empty();
    }
    return Optional.of(request.path().equals("/version") ? version() : Answer.text(200, "ok"));
  }

  private Answer version() {
    Matcher numbers = NUMBERS.matcher(gitVersion);
    boolean known = numbers.matches();
    ObjectNode version = Json.object();
    version.put("major", known ? numbers.group(1) : "1");
    version.put("minor", known ? numbers.group(2) : "");
    version.put("gitVersion", gitVersion).put("gitTreeState", "clean");
    return Answer.json(200, version.put("platform", "linux/amd64"));
  }
}
