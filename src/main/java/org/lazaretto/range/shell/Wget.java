package org.lazaretto.range.shell;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code wget} as busybox has it: it checks no certificates. */
final class Wget {
  private final Call call;
  private final FetchWords words;

  private Wget(Call call) {
    this.call = call;
    this.words = FetchWords.of(call.words(), false);
  }

  static int wget(Call call) {
    Wget wget = new Wget(call);
    if (wget.words.urls().isEmpty()) {
      return call.fails(1, "expected a URL");
    }
    Optional<Url> url = Url.of(wget.words.urls().getFirst());
    return url.isEmpty() ? call.fails(1, "bad URL") : wget.get(url.get());
  }

  private int get(Url url) {
    Duration limit = words.time("-T", "--timeout").orElse(Duration.ofMinutes(15));
    String host = url.host();
    return switch (Reaching.of(call, host, url.port(), false, limit)) {
      case Reaching.Open(String address, Wires.Speech speech) -> got(url, address, speech);
      case Reaching.Refused(String address) -> {
        connecting(url, address);
        yield call.fails(1, "can't connect to remote host (" + address + "): Connection refused");
      }
      case Reaching.Silent(String address) -> {
        connecting(url, address);
        yield call.fails(
            1,
            limit.compareTo(Reaching.CONNECTING) < 0
                ? "download timed out"
                : "can't connect to remote host (" + address + "): Operation timed out");
      }
      case Reaching.Unknown(), Reaching.NoResolver() -> call.fails(1, "bad address '" + host + "'");
    };
  }

  private void connecting(Url url, String address) {
    if (!words.has("-q", "--quiet")) {
      call.err()
          .line(
              "Connecting to %s:%d (%s:%d)".formatted(url.host(), url.port(), address, url.port()));
    }
  }

  private int got(Url url, String address, Wires.Speech speech) {
    connecting(url, address);
    if (speech == Wires.Speech.OTHER || (speech == Wires.Speech.HTTP && url.secure())) {
      return call.fails(1, "error getting response: Connection reset by peer");
    }
    if (speech == Wires.Speech.TLS && !url.secure()) {
      return call.fails(1, "server returned error: HTTP/1.0 400 Bad Request");
    }
    Wires.Reply reply = ask(url, address);
    if (reply.status() >= 400) {
      return refused(reply.status());
    }
    if (words.has("--spider")) {
      call.err().line("remote file exists");
      return 0;
    }
    String file = words.value("-O").orElse("index.html");
    if (file.equals("-")) {
      call.out().print(reply.body());
      return 0;
    }
    return Fetch.save(call, file, reply.body()) ? 0 : 1;
  }

  private int refused(int status) {
    String word =
        switch (status) {
          case 401 -> "Unauthorized";
          case 403 -> "Forbidden";
          case 404 -> "Not Found";
          default -> "Error";
        };
    return call.fails(1, "server returned error: HTTP/1.1 " + status + " " + word);
  }

  private Wires.Reply ask(Url url, String address) {
    String data = words.value("--post-data").orElse("");
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("user-agent", words.value("-U").orElse("Wget"));
    headers.putAll(Fetch.headers(words.all("--header")));
    String method = words.has("--spider") ? "HEAD" : !data.isEmpty() ? "POST" : "GET";
    return call.machine()
        .wires()
        .ask(address, url.port(), new Wires.Question(method, url.target(), headers, data));
  }
}
