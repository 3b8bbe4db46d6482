package org.lazaretto.range.cluster.loop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;

/**
 * Changes to objects that a client may delete at any moment: what has gone meanwhile stays gone,
 * and that is no error. For work that a timer starts; a controller is simply asked again.
 */
public final class Present {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final ObjectStore store;

  /** Changes this store. */
  public Present(ObjectStore store) {
    this.store = store;
  }

  /** Changes an object if it is there. */
  public void change(ResourceType type, ObjectKey key, Consumer<ObjectNode> change) {
    ifThere(() ->
        store.update(
            type,
            key.namespace(),
            key.name(),
            tree -> {
              change.accept(tree);
              return tree;
            }));
  }

  /** Deletes an object if it is there and is this one. */
  public void deleteNow(ResourceType type, ObjectKey key, String uid) {
    delete(type, key, Deletion.now().onlyUid(uid));
  }

  /** Deletes an object in some way if it is there. */
  public void delete(ResourceType type, ObjectKey key, Deletion how) {
    ifThere(() -> store.delete(type, key.namespace(), key.name(), how));
  }

  private static void ifThere(Runnable act) {
    try {
      act.run();
    } catch (ApiProblem gone) {
      if (gone.code() != NOT_FOUND && gone.code() != CONFLICT) {
        throw gone;
      }
    }
  }
}
