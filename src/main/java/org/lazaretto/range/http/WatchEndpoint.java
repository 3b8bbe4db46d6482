package org.lazaretto.range.http;

import java.util.Collections;
import java.util.Iterator;
import java.util.OptionalLong;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.Snapshot;

/** Watch. */
final class WatchEndpoint implements Endpoint {
  private static final long DEFAULT_SECONDS = 2400;

  private final ObjectStore store;
  private final Views views;

  WatchEndpoint(ObjectStore store, Views views) {
    this.store = store;
    this.views = views;
  }

  @Override
  public Answer answer(ApiRequest request) {
    Query query = request.query();
    WatchFrames frames =
        new WatchFrames(request.spoken(), Selection.of(request), views.of(request));
    Snapshot now = store.snapshot();
    Revisions.notInTheFuture(now, query);
    Revisions.checkInitialEvents(query);
    OptionalLong from = query.number("resourceVersion");
    boolean initial = from.orElse(0) == 0 || query.isTrue("sendInitialEvents");
    WatchFeed.Terms terms =
        new WatchFeed.Terms(
            query.isTrue("allowWatchBookmarks"),
            initial && query.isTrue("sendInitialEvents"),
            query.number("timeoutSeconds").orElse(DEFAULT_SECONDS));
    Iterator<byte[]> past =
        initial
            ? frames.initial(now.list(request.type(), request.where().scope()))
            : Collections.emptyIterator();
    long after = initial ? now.revision() : from.orElse(0);
    return new Answer.Ongoing(
        Answer.JSON,
        outlet -> new WatchFeed(frames, terms, past, outlet).begin(store, request.where(), after));
  }
}
