package org.lazaretto.range.cluster.node;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The image registry: what a reference gives when it is pulled now. A tag can be pushed again. */
public final class Registry {
  private static final int REMEMBERED = 20_000;

  private final Map<String, ImageFacts> images = new ConcurrentHashMap<>();
  private final Map<String, ImageFacts> everPushed = new ConcurrentHashMap<>();

  private final Map<String, ImageFacts> started =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, ImageFacts> eldest) {
              return size() > REMEMBERED;
            }
          });

  /** A registry that holds these images; any other reference gives an image that runs quietly. */
  public Registry(Collection<ImageFacts> images) {
    images.forEach(this::push);
  }

  /**
   * Puts an image under its reference, in place of what was there. Containers that run keep what
   * they have.
   */
  public void push(ImageFacts image) {
    images.put(image.reference(), image);
    everPushed.put(image.imageId(), image);
  }

  /**
   * The image that a container runs.
   *
   * @param imageId as its status has it
   * @param reference as the pod names it
   */
  public ImageFacts running(String imageId, String reference) {
    ImageFacts known = everPushed.get(imageId);
    return known == null ? ImageFacts.unknown(reference) : known;
  }

  /**
   * Remembers what a container was started from; a pod's status forgets it at the next start.
   *
   * @param containerId with {@code containerd://}
   */
  void remember(String containerId, ImageFacts image) {
    started.put(containerId, image);
  }

  /** What a container was started from, if it is one of the latest few thousand. */
  public Optional<ImageFacts> startedAs(String containerId) {
    return Optional.ofNullable(started.get(containerId));
  }

  /** What a pull of this reference gives now. */
  public ImageFacts pull(String reference) {
    ImageFacts known = images.get(reference);
    return known == null ? ImageFacts.unknown(reference) : known;
  }
}
