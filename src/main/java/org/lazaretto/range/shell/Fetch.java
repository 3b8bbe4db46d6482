package org.lazaretto.range.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code curl} and {@code wget}: whether there is an answer, and the words when there is none. */
final class Fetch {
  private static final Pattern URL =
      Pattern.compile("(?:([a-z]+)://)?(?:[^@/]*@)?([^:/?#]+)(?::(\\d{1,5}))?([/?#].*)?");
  private static final Set<String> WITH_VALUE =
      Set.of(
          "-m",
          "--max-time",
          "--connect-timeout",
          "-o",
          "--output",
          "-X",
          "--request",
          "-d",
          "--data",
          "-H",
          "--header",
          "-w",
          "--write-out",
          "-A",
          "--user-agent",
          "-u",
          "--user",
          "--retry",
          "--cacert",
          "--resolve",
          "-T",
          "--timeout",
          "-O",
          "-U",
          "--tries",
          "-t");
  private static final String BODY = "OK\n";

  private final Call call;
  private final Map<String, String> values = new HashMap<>();
  private final List<String> flags = new ArrayList<>();
  private final List<String> urls = new ArrayList<>();

  private Fetch(Call call, boolean curl) {
    this.call = call;
    for (int i = 0; i < call.words().size(); i++) {
      i = take(call.words(), i, curl);
    }
  }

  private int take(List<String> words, int i, boolean curl) {
    String word = words.get(i);
    int sign = word.startsWith("--") ? word.indexOf('=') : -1;
    if (sign > 0) {
      values.put(word.substring(0, sign), word.substring(sign + 1));
    } else if (WITH_VALUE.contains(word) && !(curl && (word.equals("-O") || word.equals("-T")))) {
      values.put(word, i + 1 < words.size() ? words.get(i + 1) : "");
      return i + 1;
    } else if (word.startsWith("--")) {
      flags.add(word);
    } else if (word.startsWith("-") && word.length() > 1) {
      return letters(words, i);
    } else {
      urls.add(word);
    }
    return i;
  }

  /** Letters together, of which the last may have a value. */
  private int letters(List<String> words, int i) {
    String word = words.get(i);
    for (int at = 1; at < word.length(); at++) {
      String letter = "-" + word.charAt(at);
      if (!WITH_VALUE.contains(letter)) {
        flags.add(letter);
        continue;
      }
      String rest = word.substring(at + 1);
      values.put(letter, rest.isEmpty() && i + 1 < words.size() ? words.get(i + 1) : rest);
      return rest.isEmpty() ? i + 1 : i;
    }
    return i;
  }

  private boolean has(String... names) {
    return List.of(names).stream().anyMatch(flags::contains);
  }

  private Optional<String> value(String... names) {
    return List.of(names).stream().filter(values::containsKey).map(values::get).findFirst();
  }

  private Optional<Duration> time(String... names) {
    return value(names).flatMap(SystemPrograms::duration);
  }

  /** Where to. */
  private record Target(boolean secure, String host, int port) {
    static Optional<Target> of(String url) {
      Matcher parts = URL.matcher(url);
      if (!parts.matches()) {
        return Optional.empty();
      }
      boolean secure = "https".equals(parts.group(1));
      String port = parts.group(3);
      int number = port == null ? secure ? 443 : 80 : Integer.parseInt(port);
      return Optional.of(new Target(secure, parts.group(2), number));
    }
  }

  static int curl(Call call) {
    Fetch fetch = new Fetch(call, true);
    if (fetch.urls.isEmpty()) {
      call.err().line("curl: try 'curl --help' for more information");
      return 2;
    }
    int code = 0;
    for (String each : fetch.urls) {
      Optional<Target> target = Target.of(each);
      code =
          target.isEmpty()
              ? fetch.says(3, "URL rejected: Malformed input to a URL function")
              : fetch.curl(target.get());
    }
    return code;
  }

  private int says(int code, String message) {
    if (!has("-s", "--silent") || has("-S", "--show-error")) {
      call.err().line("curl: (" + code + ") " + message);
    }
    value("-w", "--write-out").ifPresent(form -> written(form, "000"));
    return code;
  }

  private void written(String form, String status) {
    call.out().print(form.replace("%{http_code}", status).replace("\\n", "\n"));
  }

  private int curl(Target target) {
    Optional<Duration> most = time("-m", "--max-time");
    Optional<Duration> limit = time("--connect-timeout").or(() -> most);
    String where = target.host() + " port " + target.port();
    Duration bound = limit.orElse(Session.FOR_EVER);
    return switch (Reaching.of(call, target.host(), target.port(), false, bound)) {
      case Reaching.Open(String address, Wires.Speech speech) -> answered(target, address, speech);
      case Reaching.Refused(String address) ->
          says(7, "Failed to connect to " + where + " after 1 ms: Could not connect to server");
      case Reaching.Silent(String address) when limit.isPresent() ->
          says(28, "Connection timed out after " + (bound.toMillis() + 1) + " milliseconds");
      case Reaching.Silent(String address) ->
          says(
              28,
              "Failed to connect to "
                  + where
                  + " after "
                  + Reaching.CONNECTING.toMillis()
                  + " ms: Could not connect to server");
      case Reaching.Unknown() -> says(6, "Could not resolve host: " + target.host());
      case Reaching.NoResolver() ->
          limit.filter(l -> l.compareTo(Reaching.RESOLVING) < 0).isPresent()
              ? says(28, "Resolving timed out after " + (bound.toMillis() + 1) + " milliseconds")
              : says(6, "Could not resolve host: " + target.host());
    };
  }

  private int answered(Target target, String address, Wires.Speech speech) {
    if (has("-v", "--verbose")) {
      call.err().line("*   Trying " + address + ":" + target.port() + "...");
      call.err()
          .line("* Connected to " + target.host() + " (" + address + ") port " + target.port());
    }
    return switch (speech) {
      case OTHER ->
          target.secure()
              ? says(35, "Recv failure: Connection reset by peer")
              : says(52, "Empty reply from server");
      case HTTP ->
          target.secure()
              ? says(35, "TLS connect error: error:0A00010B:SSL routines::wrong version number")
              : body("200", BODY);
      case TLS ->
          target.secure()
              ? overTls(address)
              : body("400", "Client sent an HTTP request to an HTTPS server.\n");
    };
  }

  private int overTls(String address) {
    boolean inside = address.startsWith("10.") || address.startsWith("172.");
    boolean trusted = has("-k", "--insecure") || value("--cacert").isPresent();
    return inside && !trusted
        ? says(
            60,
            "SSL certificate problem: unable to get local issuer certificate\nMore details here:"
                + " https://curl.se/docs/sslcerts.html")
        : body("200", BODY);
  }

  private int body(String status, String text) {
    boolean head = has("-I", "--head");
    if (head || has("-i", "--include")) {
      String word = status.equals("200") ? " OK" : " Bad Request";
      call.out().print("HTTP/1.1 " + status + word + "\r\nContent-Type: text/plain\r\n\r\n");
    }
    Optional<String> file = value("-o", "--output");
    int code = 0;
    if (file.isPresent() && !head) {
      code = save(file.get(), text) ? 0 : 23;
    } else if (!head) {
      call.out().print(text);
    }
    value("-w", "--write-out").ifPresent(form -> written(form, status));
    return status.equals("200") || !has("-f", "--fail") ? code : 22;
  }

  private boolean save(String file, String text) {
    return file.equals("/dev/null")
        || FilePrograms.write(
            call.session(),
            call.session().path(file),
            text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            0644,
            why -> call.fails(1, file + ": " + why));
  }

  static int wget(Call call) {
    Fetch fetch = new Fetch(call, false);
    if (fetch.urls.isEmpty()) {
      return call.fails(1, "expected a URL");
    }
    Optional<Target> target = Target.of(fetch.urls.getFirst());
    return target.isEmpty() ? call.fails(1, "bad URL") : fetch.wget(target.get());
  }

  private int wget(Target target) {
    Duration limit = time("-T", "--timeout").orElse(Duration.ofMinutes(15));
    String host = target.host();
    return switch (Reaching.of(call, host, target.port(), false, limit)) {
      case Reaching.Open(String address, Wires.Speech speech) -> got(target, address, speech);
      case Reaching.Refused(String address) -> {
        connecting(target, address);
        yield call.fails(1, "can't connect to remote host (" + address + "): Connection refused");
      }
      case Reaching.Silent(String address) -> {
        connecting(target, address);
        yield call.fails(
            1,
            limit.compareTo(Reaching.CONNECTING) < 0
                ? "download timed out"
                : "can't connect to remote host (" + address + "): Operation timed out");
      }
      case Reaching.Unknown(), Reaching.NoResolver() -> call.fails(1, "bad address '" + host + "'");
    };
  }

  private void connecting(Target target, String address) {
    if (!has("-q", "--quiet")) {
      call.err()
          .line(
              "Connecting to %s:%d (%s:%d)"
                  .formatted(target.host(), target.port(), address, target.port()));
    }
  }

  private int got(Target target, String address, Wires.Speech speech) {
    connecting(target, address);
    if (speech == Wires.Speech.OTHER || (speech == Wires.Speech.HTTP && target.secure())) {
      return call.fails(1, "error getting response: Connection reset by peer");
    }
    if (speech == Wires.Speech.TLS && !target.secure()) {
      return call.fails(1, "server returned error: HTTP/1.0 400 Bad Request");
    }
    if (has("--spider")) {
      call.err().line("remote file exists");
      return 0;
    }
    String file = value("-O").orElse("index.html");
    if (file.equals("-")) {
      call.out().print(BODY);
      return 0;
    }
    return save(file, BODY) ? 0 : 1;
  }
}
