package org.lazaretto.adapter.kubernetes;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.adapter.kubernetes.kubeconfig.AccessReader;
import org.lazaretto.adapter.kubernetes.kubeconfig.ClusterAccess;
import org.lazaretto.adapter.kubernetes.kubeconfig.Kubeconfig;
import org.lazaretto.adapter.kubernetes.wire.Patience;
import org.lazaretto.adapter.kubernetes.wire.Transport;
import org.lazaretto.adapter.kubernetes.wire.TransportFactory;
import org.lazaretto.port.ClusterConnection;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.ClusterWatch;
import org.lazaretto.port.PortException;

/**
 * A cluster of a kubeconfig, reached as {@code kubectl} would reach it: exec plugins, client
 * certificates, tokens, token files, custom authorities, proxies. It never looks for a cluster
 * anywhere else, such as the one that this program may run in.
 */
public final class KubernetesConnection implements ClusterConnection {
  private final Transport patient;
  private final Transport changing;
  private final Transport watching;
  private final KubernetesReads reads;
  private final KubernetesControl control;
  private final ConnectionRequest request;

  private KubernetesConnection(
      ConnectionRequest request, ClusterAccess access, TransportFactory transports)
      throws PortException {
    this.request = request;
    this.patient = transports.patient();
    this.changing = transports.once();
    this.watching = transports.once();
    this.control = new KubernetesControl(changing);
    this.reads =
        new KubernetesReads(
            patient,
            request.answerTimeout(),
            access.context(),
            access.server().toString(),
            flags(request, access.context()));
  }

  /**
   * Makes ready to reach the cluster; sends nothing to it yet, but runs the context's exec plugin.
   *
   * @throws PortException LOCAL if the kubeconfig, or anything it names, is missing, unreadable,
   *     malformed or expired
   */
  public static KubernetesConnection open(ConnectionRequest request) throws PortException {
    Kubeconfig kubeconfig = Kubeconfig.read(request.kubeconfig(), request.environment());
    ClusterAccess access =
        new AccessReader(request.environment(), request.clock())
            .read(kubeconfig, request.context());
    Patience patience = new Patience(request.connectTimeout(), request.answerTimeout());
    return new KubernetesConnection(request, access, new TransportFactory(access, patience));
  }

  /** The words that make a pasted {@code kubectl} line hit this cluster, wherever it is pasted. */
  private static List<String> flags(ConnectionRequest request, String context) {
    List<String> words = new ArrayList<>();
    request
        .kubeconfig()
        .ifPresent(file -> words.addAll(List.of("--kubeconfig", file.toAbsolutePath().toString())));
    words.addAll(List.of("--context", context));
    return words;
  }

  @Override
  public ClusterReads reads() {
    return reads;
  }

  @Override
  public ClusterControl control() {
    return control;
  }

  @Override
  public ClusterWatch watch() {
    return new KubernetesWatch(watching, WatchPace.usual(request.answerTimeout()), request.clock());
  }

  @Override
  public void close() {
    patient.close();
    changing.close();
    watching.close();
  }
}
