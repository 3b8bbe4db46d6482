package org.lazaretto.ui.start;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lazaretto.model.ClusterContext;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Texts;

/** What the kubeconfig alone tells of a context, in one line. */
final class ContextWords {
  private static final Pattern EKS = Pattern.compile(".*[.]([a-z0-9-]+)[.]eks[.]amazonaws[.]com");
  private static final Pattern AKS = Pattern.compile(".*[.]([a-z0-9]+)[.]azmk8s[.]io");

  private ContextWords() {}

  static String of(ClusterContext context) {
    List<String> words = new ArrayList<>();
    words.add(server(context.server()));
    if (!context.namespace().isEmpty()) {
      words.add(Texts.of("start.context.namespace", context.namespace()));
    }
    if (!context.signIn().isEmpty()) {
      words.add(context.signIn());
    }
    return HostileText.visible(String.join(" · ", words));
  }

  /** Providers name their servers in a way that tells platform and region. */
  private static String server(String address) {
    if (address.isEmpty()) {
      return Texts.of("start.context.nowhere");
    }
    String host = host(address);
    Matcher eks = EKS.matcher(host);
    if (eks.matches()) {
      return "EKS · " + eks.group(1);
    }
    Matcher aks = AKS.matcher(host);
    return aks.matches() ? "AKS · " + aks.group(1) : address.replaceFirst("^https?://", "");
  }

  private static String host(String address) {
    try {
      String host = URI.create(address).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
