package org.lazaretto.range.http.security;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;

/**
 * A kubeconfig with two contexts: NAME with the administrator's client certificate, which is the
 * current one, and NAME-restricted with the token of somebody who may not do everything.
 *
 * @param name of the cluster and of its first context
 * @param server where it is
 * @param authorityPem certificate of its authority
 * @param administrator client certificate and key
 * @param restrictedToken bearer token
 */
public record Kubeconfig(
    String name,
    URI server,
    String authorityPem,
    Certificates.Issued administrator,
    String restrictedToken) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** As YAML. */
  public String yaml() {
    return """
    apiVersion: v1
    kind: Config
    current-context: %1$s
    clusters:
    - name: %1$s
      cluster:
        server: %2$s
        certificate-authority-data: %3$s
    contexts:
    - name: %1$s
      context:
        cluster: %1$s
        user: %1$s-admin
    - name: %1$s-restricted
      context:
        cluster: %1$s
        user: %1$s-restricted
    users:
    - name: %1$s-admin
      user:
        client-certificate-data: %4$s
        client-key-data: %5$s
    - name: %1$s-restricted
      user:
        token: %6$s
    """
        .formatted(
            name,
            server,
            base64(authorityPem),
            base64(administrator.certificate()),
            base64(administrator.key()),
            restrictedToken);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes the file whole or not at all, readable by its owner only.
   *
   * @throws IOException if it cannot be written; then an older file is still as it was
   */
  public void writeTo(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException left) {
      Files.setPosixFilePermissions(draft, OWNER_ONLY);
    }
    Files.writeString(draft, yaml());
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public String toString() {
    return "Kubeconfig[" + name + " at " + server + "]";
  }
}
