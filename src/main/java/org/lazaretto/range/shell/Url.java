package org.lazaretto.range.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something is fetched from.
 *
 * @param secure over TLS
 * @param host a name or an address
 * @param port its port
 * @param target path and query
 */
record Url(boolean secure, String host, int port, String target) {
  private static final Pattern FORM =
      Pattern.compile("(?:([a-z]+)://)?(?:[^@/]*@)?([^:/?#]+)(?::(\\d{1,5}))?([/?#].*)?");

  static Optional<Url> of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean secure = "https".equals(parts.group(1));
    String port = parts.group(3);
    int number = port == null ? secure ? 443 : 80 : Integer.parseInt(port);
    String rest = parts.group(4) == null ? "/" : parts.group(4).replaceFirst("#.*", "");
    String target = rest.startsWith("/") ? rest : "/" + rest;
    return Optional.of(new Url(secure, parts.group(2), number, target));
  }
}
