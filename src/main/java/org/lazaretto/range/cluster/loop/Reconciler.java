package org.lazaretto.range.cluster.loop;

import java.util.function.Consumer;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.StoreEvent;

/**
 * A controller: told of changes, it names the objects that it has to look at; later it looks at
 * each and makes the world a little more as it should be. Both are called in the clock's thread
 * only.
 */
public interface Reconciler {
  /** Names the objects to look at because of a change. Reads only. */
  void seen(StoreEvent event, Consumer<ObjectKey> dirty);

  /**
   * Looks at an object, which may be gone by now. Doing it twice does no harm. It reads the store
   * and not the events, so it always acts on the latest state.
   */
  void reconcile(ObjectKey key);
}
