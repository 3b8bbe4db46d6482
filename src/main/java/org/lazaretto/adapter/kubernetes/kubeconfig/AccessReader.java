package org.lazaretto.adapter.kubernetes.kubeconfig;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.adapter.kubernetes.kubeconfig.ClusterAccess.ActsAs;
import org.lazaretto.adapter.kubernetes.kubeconfig.ClusterAccess.Trust;
import org.lazaretto.adapter.kubernetes.kubeconfig.Kubeconfig.Resolved;
import org.lazaretto.adapter.kubernetes.kubeconfig.Kubeconfig.Section;
import org.lazaretto.port.PortException;

/** Turns a context into what is needed to reach its cluster. */
public final class AccessReader {
  private final Map<String, String> environment;
  private final InstantSource clock;

  /** Reads with that environment and that time. */
  public AccessReader(Map<String, String> environment, InstantSource clock) {
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * What the context needs. Runs its exec plugin, if it has one.
   *
   * @throws PortException LOCAL if anything it names is missing, unreadable or expired
   */
  public ClusterAccess read(Kubeconfig kubeconfig, Optional<String> context) throws PortException {
    Resolved resolved = kubeconfig.resolve(context);
    Section cluster = resolved.cluster();
    URI server = server(cluster);
    Credential credential = Credential.NONE;
    Optional<ClientCertificate> certificate = Optional.empty();
    ActsAs actsAs = new ActsAs("", List.of());
    if (resolved.user().isPresent()) {
      Section user = resolved.user().get();
      credential = credential(user, cluster);
      certificate = certificate(user, credential);
      actsAs = actsAs(user);
    }
    return new ClusterAccess(
        resolved.context().name(),
        server,
        trust(cluster),
        Proxies.of(server, cluster.text("proxy-url"), environment),
        certificate,
        credential,
        actsAs);
  }

  /**
   * What is needed to knock at the context's server: no credential is read and no program runs.
   *
   * @throws PortException LOCAL if the address or an authority is missing or malformed
   */
  public ClusterAccess door(Kubeconfig kubeconfig, Optional<String> context) throws PortException {
    Resolved resolved = kubeconfig.resolve(context);
    URI server = server(resolved.cluster());
    return new ClusterAccess(
        resolved.context().name(),
        server,
        trust(resolved.cluster()),
        Proxies.of(server, resolved.cluster().text("proxy-url"), environment),
        Optional.empty(),
        Credential.NONE,
        new ActsAs("", List.of()));
  }

  /**
   * When the client certificate ends that stands in the kubeconfig; empty if there is none. No
   * program runs.
   */
  public Optional<Instant> certificateEnds(Kubeconfig kubeconfig, Optional<String> context)
      throws PortException {
    Optional<Section> user = kubeconfig.resolve(context).user();
    Optional<String> certificate =
        user.isPresent() ? pem(user.get(), "client-certificate") : Optional.empty();
    return certificate.isPresent()
        ? Optional.of(new ClientCertificate(certificate.get(), "").ends("this context"))
        : Optional.empty();
  }

  private static URI server(Section cluster) throws PortException {
    String text = cluster.text("server").replaceAll("/+$", "");
    try {
      URI server = new URI(text);
      if (server.getHost() != null && List.of("http", "https").contains(server.getScheme())) {
        return server;
      }
    } catch (URISyntaxException malformed) {
      // said below, as for an address without a host
    }
    throw KubeconfigFile.local(
        "the cluster " + cluster.name() + " has no usable server address: '" + text + "'");
  }

  private Trust trust(Section cluster) throws PortException {
    Optional<String> serverName =
        Optional.of(cluster.text("tls-server-name")).filter(name -> !name.isEmpty());
    return new Trust(
        pem(cluster, "certificate-authority"),
        cluster.node().path("insecure-skip-tls-verify").asBoolean(false),
        serverName);
  }

  private Credential credential(Section user, Section cluster) throws PortException {
    if (!user.text("tokenFile").isEmpty()) {
      return new TokenFile(user.file().resolve(user.text("tokenFile")));
    }
    if (!user.text("token").isEmpty()) {
      return Credential.fixed("Bearer " + user.text("token"));
    }
    if (!user.text("username").isEmpty()) {
      String pair = user.text("username") + ":" + user.text("password");
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      return Credential.fixed("Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    if (user.node().path("exec").isObject()) {
      return new ExecPlugin(new PluginProgram(user, cluster, environment), clock);
    }
    if (user.node().path("auth-provider").isObject()) {
      throw KubeconfigFile.local(
          "the user "
              + user.name()
              + " signs in by auth-provider, which Kubernetes has removed;"
              + " use an exec plugin instead");
    }
    return Credential.NONE;
  }

  private Optional<ClientCertificate> certificate(Section user, Credential credential)
      throws PortException {
    Optional<String> certificate = pem(user, "client-certificate");
    Optional<String> key = pem(user, "client-key");
    if (certificate.isPresent() != key.isPresent()) {
      throw KubeconfigFile.local(
          "the user " + user.name() + " has only one of client certificate and key");
    }
    Optional<ClientCertificate> found =
        certificate.isPresent()
            ? Optional.of(new ClientCertificate(certificate.get(), key.orElseThrow()))
            : credential instanceof ExecPlugin plugin ? plugin.certificate() : Optional.empty();
    if (found.isPresent()) {
      found.get().check("the user " + user.name(), clock.instant());
    }
    return found;
  }

  private static ActsAs actsAs(Section user) {
    List<String> groups = new ArrayList<>();
    user.node().path("as-groups").forEach(group -> groups.add(group.asText("")));
    return new ActsAs(user.text("as"), groups);
  }

  /** The PEM text of {@code field-data} (Base64) or of the file that {@code field} names. */
  private static Optional<String> pem(Section section, String field) throws PortException {
    String data = section.text(field + "-data");
    if (!data.isEmpty()) {
      try {
        byte[] bytes = Base64.getMimeDecoder().decode(data);
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException malformed) {
        throw KubeconfigFile.local(
            "the field " + field + "-data of " + section.name() + " is not Base64");
      }
    }
    if (section.text(field).isEmpty()) {
      return Optional.empty();
    }
    Path file = section.file().resolve(section.text(field));
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException unreadable) {
      throw KubeconfigFile.local(
          "the file "
              + file
              + " ("
              + field
              + " of "
              + section.name()
              + ") cannot be read: "
              + KubeconfigFile.reason(unreadable));
    }
  }
}
