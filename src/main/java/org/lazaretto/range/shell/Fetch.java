package org.lazaretto.range.shell;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code curl}: what is answered, and the words when there is no answer. */
final class Fetch {
  private static final String AGENT = "curl/8.11.1";
  private static final String OVER_PLAIN = "Client sent an HTTP request to an HTTPS server.\n";

  private final Call call;
  private final FetchWords words;

  private Fetch(Call call) {
    this.call = call;
    this.words = FetchWords.of(call.words(), true);
  }

  static int curl(Call call) {
    Fetch fetch = new Fetch(call);
    if (fetch.words.urls().isEmpty()) {
      call.err().line("curl: try 'curl --help' for more information");
      return 2;
    }
    int code = 0;
    for (String each : fetch.words.urls()) {
      Optional<Url> url = Url.of(each);
      code =
          url.isEmpty()
              ? fetch.says(3, "URL rejected: Malformed input to a URL function")
              : fetch.curl(url.get());
    }
    return code;
  }

  private int says(int code, String message) {
    if (!words.has("-s", "--silent") || words.has("-S", "--show-error")) {
      call.err().line("curl: (" + code + ") " + message);
    }
    words.value("-w", "--write-out").ifPresent(form -> written(form, "000"));
    return code;
  }

  private void written(String form, String status) {
    call.out().print(form.replace("%{http_code}", status).replace("\\n", "\n"));
  }

  private int curl(Url url) {
    Optional<Duration> most = words.time("-m", "--max-time");
    Optional<Duration> limit = words.time("--connect-timeout").or(() -> most);
    String where = url.host() + " port " + url.port();
    Duration bound = limit.orElse(Session.FOR_EVER);
    return switch (Reaching.of(call, url.host(), url.port(), false, bound)) {
      case Reaching.Open(String address, Wires.Speech speech) -> answered(url, address, speech);
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
      case Reaching.Unknown() -> says(6, "Could not resolve host: " + url.host());
      case Reaching.NoResolver() ->
          limit.filter(l -> l.compareTo(Reaching.RESOLVING) < 0).isPresent()
              ? says(28, "Resolving timed out after " + (bound.toMillis() + 1) + " milliseconds")
              : says(6, "Could not resolve host: " + url.host());
    };
  }

  private int answered(Url url, String address, Wires.Speech speech) {
    if (words.has("-v", "--verbose")) {
      call.err().line("*   Trying " + address + ":" + url.port() + "...");
      call.err().line("* Connected to " + url.host() + " (" + address + ") port " + url.port());
    }
    return switch (speech) {
      case OTHER ->
          url.secure()
              ? says(35, "Recv failure: Connection reset by peer")
              : says(52, "Empty reply from server");
      case HTTP ->
          url.secure()
              ? says(35, "TLS connect error: error:0A00010B:SSL routines::wrong version number")
              : asked(url, address);
      case TLS ->
          url.secure() ? overTls(url, address) : told(new Wires.Reply(400, Map.of(), OVER_PLAIN));
    };
  }

  private int overTls(Url url, String address) {
    boolean inside = address.startsWith("10.") || address.startsWith("172.");
    Optional<String> file = words.value("--cacert");
    Optional<Entry> authority = file.flatMap(f -> call.files().at(call.session().path(f)));
    if (file.isPresent() && authority.filter(f -> !f.folder()).isEmpty()) {
      return says(77, "error setting certificate verify locations:  CAfile: " + file.get());
    }
    boolean known =
        authority
            .map(f -> new String(f.bytes(), StandardCharsets.UTF_8))
            .filter(text -> text.contains("BEGIN CERTIFICATE"))
            .isPresent();
    return inside && !known && !words.has("-k", "--insecure")
        ? says(
            60,
            "SSL certificate problem: unable to get local issuer certificate\nMore details here:"
                + " https://curl.se/docs/sslcerts.html")
        : asked(url, address);
  }

  private int asked(Url url, String address) {
    Optional<String> data = data();
    if (data.isEmpty()) {
      return says(26, "Failed to open/read local data from file/application");
    }
    boolean sends = !data.get().isEmpty();
    String usual = words.has("-I", "--head") ? "HEAD" : sends ? "POST" : "GET";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("user-agent", words.value("-A", "--user-agent").orElse(AGENT));
    headers.put("accept", "*/*");
    if (sends) {
      headers.put("content-type", "application/x-www-form-urlencoded");
    }
    headers.putAll(headers(words.all("-H", "--header")));
    words
        .value("--oauth2-bearer")
        .ifPresent(token -> headers.put("authorization", "Bearer " + token));
    String method = words.value("-X", "--request").orElse(usual);
    Wires wires = call.machine().wires();
    return told(
        wires.ask(
            address, url.port(), new Wires.Question(method, url.target(), headers, data.get())));
  }

  /** What is sent; none if it stands in a file that cannot be read. */
  private Optional<String> data() {
    Sink all = new Sink();
    for (String each : words.all("-d", "--data", "--data-binary", "--data-raw")) {
      if (!each.startsWith("@")) {
        all.print(each);
      } else if (each.equals("@-")) {
        all.write(call.input().all());
      } else {
        Optional<Entry> file = call.files().at(call.session().path(each.substring(1)));
        if (file.filter(f -> !f.folder()).isEmpty()) {
          return Optional.empty();
        }
        all.write(file.get().bytes());
      }
    }
    return Optional.of(new String(all.taken(), StandardCharsets.UTF_8));
  }

  /** Headers by their names in small letters. */
  static Map<String, String> headers(List<String> lines) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String each : lines) {
      int colon = each.indexOf(':');
      if (colon > 0) {
        headers.put(
            each.substring(0, colon).strip().toLowerCase(java.util.Locale.ROOT),
            each.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private int told(Wires.Reply reply) {
    boolean head = words.has("-I", "--head");
    boolean failed = reply.status() >= 400 && words.has("-f", "--fail");
    if (head || words.has("-i", "--include")) {
      call.out().print(begin(reply));
    }
    Optional<String> file = words.value("-o", "--output");
    int code = 0;
    if (failed) {
      return says(22, "The requested URL returned error: " + reply.status());
    }
    if (file.isPresent() && !head) {
      code = save(call, file.get(), reply.body()) ? 0 : 23;
    } else if (!head) {
      call.out().print(reply.body());
    }
    words
        .value("-w", "--write-out")
        .ifPresent(form -> written(form, String.valueOf(reply.status())));
    return code;
  }

  private static String begin(Wires.Reply reply) {
    StringBuilder text = new StringBuilder("HTTP/1.1 " + reply.status());
    text.append(reply.status() == 200 ? " OK" : "").append("\r\n");
    new java.util.TreeMap<>(reply.headers())
        .forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    return text.append("\r\n").toString();
  }

  static boolean save(Call call, String file, String text) {
    return file.equals("/dev/null")
        || WritingPrograms.write(
            call.session(),
            call.session().path(file),
            text.getBytes(StandardCharsets.UTF_8),
            0644,
            why -> call.fails(1, file + ": " + why));
  }
}
