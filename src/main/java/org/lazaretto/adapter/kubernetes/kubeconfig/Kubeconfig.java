package org.lazaretto.adapter.kubernetes.kubeconfig;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lazaretto.port.PortException;

/**
 * The kubeconfig as {@code kubectl} sees it: where several files name the same context, cluster or
 * user, the first file wins.
 */
public final class Kubeconfig {
  private final List<KubeconfigFile> files;
  private final Map<String, Section> contexts;
  private final Map<String, Section> clusters;
  private final Map<String, Section> users;
  private final String current;

  private Kubeconfig(List<KubeconfigFile> files) {
    this.files = files;
    this.contexts = sections(files, "contexts", "context");
    this.clusters = sections(files, "clusters", "cluster");
    this.users = sections(files, "users", "user");
    this.current =
        files.stream()
            .map(file -> file.root().path("current-context").asText(""))
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("");
  }

  /** A named part of a file. */
  record Section(String name, KubeconfigFile file, JsonNode node) {
    String text(String field) {
      return node.path(field).asText("");
    }
  }

  /**
   * A context with what it names.
   *
   * @param user absent where the context names none: then no credentials are sent
   */
  record Resolved(Section context, Section cluster, Optional<Section> user) {}

  /**
   * Reads the files.
   *
   * @throws PortException LOCAL if the explicit file, or every file of {@code KUBECONFIG}, is
   *     missing, or any file is unreadable or malformed
   */
  public static Kubeconfig read(Optional<Path> explicit, Map<String, String> environment)
      throws PortException {
    return new Kubeconfig(KubeconfigFile.find(explicit, environment));
  }

  /**
   * Reads the files; empty where nothing says that there should be one and there is none.
   *
   * @throws PortException as {@link #read}
   */
  public static Optional<Kubeconfig> readIfAny(
      Optional<Path> explicit, Map<String, String> environment) throws PortException {
    return KubeconfigFile.expected(explicit, environment)
        ? Optional.of(read(explicit, environment))
        : Optional.empty();
  }

  /** All contexts, in the order of the files. */
  public List<ContextEntry> contexts() {
    return contexts.values().stream()
        .map(context ->
            new ContextEntry(
                context.name(),
                Optional.ofNullable(clusters.get(context.text("cluster")))
                    .map(cluster -> cluster.text("server"))
                    .orElse(""),
                context.text("namespace"),
                Optional.ofNullable(users.get(context.text("user")))
                    .map(Kubeconfig::signIn)
                    .orElse(""),
                context.name().equals(current)))
        .toList();
  }

  /** The way only: the words of a program may hold a secret, so of those the first is named. */
  private static String signIn(Section user) {
    JsonNode exec = user.node().path("exec");
    if (exec.isObject()) {
      Path program = Path.of(exec.path("command").asText("")).getFileName();
      return "exec: " + (program == null ? "" : program);
    }
    if (!user.text("token").isEmpty() || !user.text("tokenFile").isEmpty()) {
      return "token";
    }
    if (!user.text("client-certificate").isEmpty()
        || !user.text("client-certificate-data").isEmpty()) {
      return "client certificate";
    }
    return user.text("username").isEmpty() ? "" : "password";
  }

  Resolved resolve(Optional<String> wanted) throws PortException {
    Section context = context(wanted);
    String clusterName = context.text("cluster");
    Section cluster = clusters.get(clusterName);
    if (cluster == null) {
      throw KubeconfigFile.local(
          "the context "
              + context.name()
              + " names the cluster '"
              + clusterName
              + "', which is not in "
              + where());
    }
    String userName = context.text("user");
    if (!userName.isEmpty() && !users.containsKey(userName)) {
      throw KubeconfigFile.local(
          "the context "
              + context.name()
              + " names the user '"
              + userName
              + "', which is not in "
              + where());
    }
    return new Resolved(context, cluster, Optional.ofNullable(users.get(userName)));
  }

  private Section context(Optional<String> wanted) throws PortException {
    String name = wanted.orElse(current);
    if (name.isEmpty()) {
      throw KubeconfigFile.local(
          "no current context is set in " + where() + "; name one with --context: " + names());
    }
    Section context = contexts.get(name);
    if (context == null) {
      throw KubeconfigFile.local(
          "there is no context '" + name + "' in " + where() + "; there are: " + names());
    }
    return context;
  }

  private String names() {
    return contexts.isEmpty() ? "none at all" : String.join(", ", contexts.keySet());
  }

  private String where() {
    return files.stream().map(file -> file.path().toString()).collect(Collectors.joining(", "));
  }

  private static Map<String, Section> sections(
      List<KubeconfigFile> files, String list, String part) {
    Map<String, Section> found = new LinkedHashMap<>();
    for (KubeconfigFile file : files) {
      for (JsonNode entry : file.root().path(list)) {
        String name = entry.path("name").asText("");
        if (!name.isEmpty() && entry.path(part).isObject()) {
          found.putIfAbsent(name, new Section(name, file, entry.path(part)));
        }
      }
    }
    return found;
  }
}
