package org.lazaretto.adapter.kubernetes.kubeconfig;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.port.PortException;

/**
 * One file of a kubeconfig.
 *
 * @param path where it lies; relative paths inside it start there
 * @param root its content
 */
record KubeconfigFile(Path path, JsonNode root) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Reads a file that must be there. */
  static KubeconfigFile read(Path path) throws PortException {
    try {
      JsonNode root = YAML.readTree(Files.readString(path));
      if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
        throw local("the kubeconfig " + path + " is not a kubeconfig: it holds no fields");
      }
      return new KubeconfigFile(path, root.isObject() ? root : MissingNode.getInstance());
    } catch (JsonProcessingException malformed) {
      // The parser's own words quote the file, and the file holds secrets.
      throw local("the kubeconfig " + path + " is not valid YAML" + place(malformed));
    } catch (NoSuchFileException missing) {
      throw local("the kubeconfig " + path + " does not exist");
    } catch (CharacterCodingException binary) {
      throw local("the kubeconfig " + path + " is not a text file");
    } catch (IOException unreadable) {
      throw local("the kubeconfig " + path + " cannot be read: " + reason(unreadable));
    }
  }

  /**
   * The files to merge, first one first: the given one, else those of {@code KUBECONFIG} that
   * exist, else the one in the home folder.
   */
  static List<KubeconfigFile> find(Optional<Path> explicit, Map<String, String> environment)
      throws PortException {
    if (explicit.isPresent()) {
      return List.of(read(explicit.get()));
    }
    String variable = environment.getOrDefault("KUBECONFIG", "");
    if (variable.isBlank()) {
      return List.of(read(home(environment).resolve(".kube").resolve("config")));
    }
    List<KubeconfigFile> files = new ArrayList<>();
    for (String name : variable.split(java.io.File.pathSeparator, -1)) {
      if (!name.isBlank() && Files.exists(Path.of(name))) {
        files.add(read(Path.of(name)));
      }
    }
    if (files.isEmpty()) {
      throw local("no file of KUBECONFIG exists: " + variable);
    }
    return files;
  }

  /** Whether a file is named, or there is the one of the home folder. */
  static boolean expected(Optional<Path> explicit, Map<String, String> environment) {
    return explicit.isPresent()
        || !environment.getOrDefault("KUBECONFIG", "").isBlank()
        || Files.exists(home(environment).resolve(".kube").resolve("config"));
  }

  /** A failure of this machine. */
  static PortException local(String message) {
    return new PortException(PortException.Kind.LOCAL, message);
  }

  /** A path written in this file, relative to its folder. */
  Path resolve(String written) {
    return path.toAbsolutePath().resolveSibling(written).normalize();
  }

  /** Why a file operation failed, without the path that the caller names anyway. */
  static String reason(IOException failure) {
    return failure instanceof java.nio.file.AccessDeniedException
        ? "permission denied"
        : String.valueOf(failure.getMessage());
  }

  private static String place(JsonProcessingException malformed) {
    return Optional.ofNullable(malformed.getLocation())
        .map(JsonLocation::getLineNr)
        .filter(line -> line > 0)
        .map(line -> " (line " + line + ")")
        .orElse("");
  }

  private static Path home(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    return Path.of(home.isBlank() ? System.getProperty("user.home", ".") : home);
  }
}
