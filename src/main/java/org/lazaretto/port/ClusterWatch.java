package org.lazaretto.port;

import java.time.Instant;
import java.util.List;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ObservedKind;

/**
 * Lists and watches a cluster. Reconnects by itself with back-off and lists again on 410. Secrets
 * are never watched.
 */
public interface ClusterWatch extends AutoCloseable {
  /** Starts all kinds; returns at once. May be called once. */
  void start(Sink sink);

  /** Ends all watches; the sink hears nothing after it returned. */
  @Override
  void close();

  /** Where changes go. Called from the adapter's threads, in order within one kind. */
  interface Sink {
    /** A list begins; objects that none of its pages holds are gone when it is complete. */
    void listing(ObservedKind kind);

    /** One page of a list. */
    void page(ObservedKind kind, List<ClusterObject> objects);

    /** The list that began last is complete, read at that time. */
    void listed(ObservedKind kind, Instant at);

    /** An object was added or changed. */
    void changed(ClusterObject object);

    /** An object is gone. */
    void removed(ObservedKind kind, String uid);

    /** The watch is alive (a bookmark, an event, or a fresh connection). */
    void alive(ObservedKind kind, Instant at);

    /** The caller may not list or watch the kind; the others go on. */
    void denied(ObservedKind kind, String reason);

    /** The connection is lost; it is tried again. */
    void lost(ObservedKind kind, String reason);
  }
}
