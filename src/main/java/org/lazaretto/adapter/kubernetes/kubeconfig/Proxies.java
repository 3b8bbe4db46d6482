package org.lazaretto.adapter.kubernetes.kubeconfig;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.port.PortException;

/**
 * Which proxy stands between us and a server: the kubeconfig's {@code proxy-url}, else {@code
 * HTTPS_PROXY} or {@code HTTP_PROXY} by the server's scheme, unless {@code NO_PROXY} excepts it. As
 * with {@code kubectl}, this machine itself is never reached by a proxy of the environment.
 */
final class Proxies {
  private Proxies() {}

  static Optional<URI> of(URI server, String proxyUrl, Map<String, String> environment)
      throws PortException {
    if (!proxyUrl.isEmpty()) {
      return Optional.of(parsed("proxy-url", proxyUrl));
    }
    String name = server.getScheme().equals("https") ? "HTTPS_PROXY" : "HTTP_PROXY";
    String value = variable(environment, name);
    if (value.isEmpty() || excepted(server.getHost(), variable(environment, "NO_PROXY"))) {
      return Optional.empty();
    }
    return Optional.of(parsed(name, value.contains("://") ? value : "http://" + value));
  }

  private static String variable(Map<String, String> environment, String name) {
    return environment
        .getOrDefault(name, environment.getOrDefault(name.toLowerCase(Locale.ROOT), ""))
        .strip();
  }

  private static URI parsed(String source, String text) throws PortException {
    try {
      URI proxy = new URI(text);
      if ("http".equals(proxy.getScheme()) && proxy.getHost() != null) {
        return proxy;
      }
    } catch (URISyntaxException malformed) {
      // said below; the text may hold a password and is not quoted
    }
    throw KubeconfigFile.local(
        source + " does not name an HTTP proxy (http://host:port); other sorts are not supported");
  }

  private static boolean excepted(String host, String exceptions) {
    if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
      return true;
    }
    for (String word : exceptions.split(",", -1)) {
      String exception = word.strip();
      String suffix = exception.startsWith(".") ? exception : "." + exception;
      if (exception.equals("*")
          || host.equals(exception)
          || (!exception.isEmpty() && host.endsWith(suffix))
          || Subnet.holds(exception, host)) {
        return true;
      }
    }
    return false;
  }
}
