package org.lazaretto.adapter.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.lazaretto.adapter.kubernetes.decode.ObjectDecoder;
import org.lazaretto.adapter.kubernetes.decode.PageDecoder;
import org.lazaretto.adapter.kubernetes.wire.Answered;
import org.lazaretto.adapter.kubernetes.wire.Call;
import org.lazaretto.adapter.kubernetes.wire.Opened;
import org.lazaretto.adapter.kubernetes.wire.Refusals;
import org.lazaretto.adapter.kubernetes.wire.Transport;
import org.lazaretto.port.PortException;

/** Reads lists page by page: a cluster's pods in one answer would be a gigabyte. */
final class Pages {
  private static final int MOST_REFUSED_BYTES = 1 << 20;

  private final Transport transport;
  private final Duration idle;
  private final int size;

  Pages(Transport transport, Duration idle, int size) {
    this.transport = transport;
    this.idle = idle;
    this.size = size;
  }

  /**
   * Hands over each page as it comes.
   *
   * @param path path and query so far
   * @return the revision of the list
   * @throws PortException GONE if the list became too old while it was read
   */
  String each(String path, ObjectDecoder decoder, Consumer<PageDecoder.Page> reader)
      throws PortException {
    String next = "";
    PageDecoder.Page page;
    do {
      String from = next.isEmpty() ? "" : "&continue=" + ApiPath.word(next);
      String separator = path.contains("?") ? "&" : "?";
      page = page(Call.get(path + separator + "limit=" + size + from), decoder);
      reader.accept(page);
      next = page.next();
    } while (!next.isEmpty());
    return page.revision();
  }

  private PageDecoder.Page page(Call call, ObjectDecoder decoder) throws PortException {
    Opened opened = transport.open(call, idle);
    try (InputStream body = opened.body()) {
      if (!opened.head().good()) {
        byte[] words = body.readNBytes(MOST_REFUSED_BYTES);
        throw Refusals.of(new Answered(call, opened.head(), words));
      }
      return PageDecoder.read(body, decoder);
    } catch (IOException broken) {
      throw new PortException(
          PortException.Kind.NO_ANSWER,
          call.line() + ": the list broke off, " + broken.getMessage());
    }
  }
}
