package org.lazaretto.range;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import org.lazaretto.range.cluster.ClusterAdmission;
import org.lazaretto.range.http.ApiServer;
import org.lazaretto.range.http.AuditLog;
import org.lazaretto.range.http.DirectLine;
import org.lazaretto.range.http.Faults;
import org.lazaretto.range.http.Security;
import org.lazaretto.range.http.ServerParts;
import org.lazaretto.range.http.security.Denials;
import org.lazaretto.range.http.security.Identity;
import org.lazaretto.range.http.security.Kubeconfig;
import org.lazaretto.range.http.security.LegacyTokens;

/**
 * The server before a world: its identities, its audit log, its faults, and the kubeconfig that
 * leads to it.
 */
record Front(ApiServer server, AuditLog audit, Faults faults, Denials denials, Path kubeconfig)
    implements AutoCloseable {
  private static final Identity ADMIN = Identity.of("admin", Identity.MASTERS);

  /** Sees everything but Secrets and changes nothing, by the role {@code practice-view}. */
  private static final Identity VIEWER = Identity.of("viewer", "viewers");

  static Front open(World world, Path directory, InstantSource real) throws IOException {
    String token = token();
    Security security =
        Security.of(
            world.certificates(), Map.of(token, VIEWER), world.store(), world.tokens(), real);
    new LegacyTokens(world.store(), security.tokens(), security.certificates().authorityPem())
        .completeAll();
    AuditLog audit = AuditLog.toFile(directory.resolve("audit.jsonl"));
    Faults faults = new Faults();
    ServerParts parts =
        new ServerParts(
            world.store(),
            world.clock(),
            security,
            new ServerParts.Behaviour(
                new ClusterAdmission(world.store()), world.logs(), world.cluster().door()),
            new ServerParts.Instruments(audit, faults),
            world.told().version());
    world.serve(new DirectLine(parts));
    ApiServer server = ApiServer.start(parts, 0);
    Path kubeconfig = directory.resolve("kubeconfig");
    new Kubeconfig(
            world.told().cluster(),
            server.url(),
            security.certificates().authorityPem(),
            security.certificates().client(ADMIN),
            token)
        .writeTo(kubeconfig);
    return new Front(server, audit, faults, security.authorizer(), kubeconfig);
  }

  private static String token() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void close() throws IOException {
    server.close();
    audit.close();
  }
}
