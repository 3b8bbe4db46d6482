package org.lazaretto.range.cluster.inside;

import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.http.security.LegacyTokens;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** Fills in the Secrets that ask for a service account's token, and drops them with the account. */
public final class TokenSecrets implements Reconciler {
  private static final String TYPE = "kubernetes.io/service-account-token";
  private static final String ACCOUNT = "kubernetes.io/service-account.name";

  private final ObjectStore store;
  private final Optional<LegacyTokens> tokens;

  /** Those of a store, with the tokens of its server. */
  public TokenSecrets(ObjectStore store, Serving serving) {
    this.store = store;
    this.tokens = serving.tokens().map(t -> new LegacyTokens(store, t, serving.authority()));
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.SECRETS)) {
      dirty.accept(object.key());
    } else if (object.type().equals(ResourceTypes.SERVICE_ACCOUNTS)
        && event.change() == StoreEvent.Change.DELETED) {
      store
          .list(ResourceTypes.SECRETS, Optional.of(object.namespace()))
          .forEach(secret -> dirty.accept(secret.key()));
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> secret =
        store
            .get(ResourceTypes.SECRETS, key.namespace(), key.name())
            .filter(s -> Tree.text(s.tree(), "type").equals(TYPE));
    if (secret.isEmpty() || tokens.isEmpty()) {
      return;
    }
    String account = Tree.text(secret.get().tree(), "metadata", "annotations", ACCOUNT);
    if (store.get(ResourceTypes.SERVICE_ACCOUNTS, key.namespace(), account).isEmpty()) {
      store.delete(ResourceTypes.SECRETS, key.namespace(), key.name(), Deletion.now());
    } else if (Tree.text(secret.get().tree(), "data", "token").isEmpty()) {
      store.update(
          ResourceTypes.SECRETS,
          key.namespace(),
          key.name(),
          s -> {
            tokens.get().complete(ResourceTypes.SECRETS, s);
            return s;
          });
    }
  }
}
