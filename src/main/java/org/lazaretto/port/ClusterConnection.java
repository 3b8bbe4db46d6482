package org.lazaretto.port;

/** One cluster, reached as one identity. Closing it ends every request and watch. */
public interface ClusterConnection extends AutoCloseable {
  /** Fresh reads. */
  ClusterReads reads();

  /** Changes, never repeated silently. */
  ClusterControl control();

  /** A new watch over all kinds; the caller closes it. */
  ClusterWatch watch();

  @Override
  void close();
}
