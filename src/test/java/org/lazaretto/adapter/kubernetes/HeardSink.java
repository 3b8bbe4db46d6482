package org.lazaretto.adapter.kubernetes;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.port.ClusterWatch;

/** Remembers what it is told of one kind, as words. */
final class HeardSink implements ClusterWatch.Sink {
  private final ObservedKind kind;
  private final BlockingQueue<String> words = new LinkedBlockingQueue<>();

  HeardSink(ObservedKind kind) {
    this.kind = kind;
  }

  /** Waits for the next word; the kind's signs of life are left out. */
  String next() throws InterruptedException {
    String word = words.poll(20, TimeUnit.SECONDS);
    return word == null ? "nothing" : word;
  }

  List<String> next(int count) throws InterruptedException {
    String[] heard = new String[count];
    for (int i = 0; i < count; i++) {
      heard[i] = next();
    }
    return List.of(heard);
  }

  private void hear(ObservedKind about, String word) {
    if (about == kind) {
      words.add(word);
    }
  }

  @Override
  public void listing(ObservedKind about) {
    hear(about, "listing");
  }

  @Override
  public void page(ObservedKind about, List<ClusterObject> objects) {
    hear(about, "page " + objects.stream().map(o -> o.object().name()).toList());
  }

  @Override
  public void listed(ObservedKind about, Instant at) {
    hear(about, "listed");
  }

  @Override
  public void changed(ClusterObject object) {
    hear(object.observedKind(), "changed " + object.object().name());
  }

  @Override
  public void removed(ObservedKind about, String uid) {
    hear(about, "removed " + uid);
  }

  @Override
  public void alive(ObservedKind about, Instant at) {}

  @Override
  public void denied(ObservedKind about, String reason) {
    hear(about, "denied " + reason);
  }

  @Override
  public void lost(ObservedKind about, String reason) {
    hear(about, "lost " + reason);
  }
}
