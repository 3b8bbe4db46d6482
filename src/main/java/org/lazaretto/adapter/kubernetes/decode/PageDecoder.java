package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.ClusterObject;

/** Reads one page of a list while it arrives. Used once. */
public final class PageDecoder implements Json.Fields {
  private final ObjectDecoder decoder;
  private final List<ClusterObject> objects = new ArrayList<>();
  private String next = "";
  private String revision = "";
  private int skipped;
  private boolean list;

  private PageDecoder(ObjectDecoder decoder) {
    this.decoder = decoder;
  }

  /**
   * One page.
   *
   * @param objects the objects on it
   * @param next the token of the next page; empty on the last
   * @param revision the revision of the list
   * @param skipped how many items had no name or UID
   */
  public record Page(List<ClusterObject> objects, String next, String revision, int skipped) {}

  /**
   * Reads a page.
   *
   * @throws IOException if the stream breaks, is no JSON, or no list
   */
  public static Page read(InputStream stream, ObjectDecoder decoder) throws IOException {
    PageDecoder page = new PageDecoder(decoder);
    try (JsonParser parser = Json.MAPPER.createParser(stream)) {
      parser.nextToken();
      if (!parser.isExpectedStartObjectToken()) {
        throw new IOException("the answer is not a list");
      }
      Json.object(parser, page);
    }
    if (!page.list) {
      throw new IOException("the answer is not a list");
    }
    return new Page(page.objects, page.next, page.revision, page.skipped);
  }

  @Override
  public void field(String name, JsonParser p) throws IOException {
    switch (name) {
      case "metadata" -> Json.object(p, this::meta);
      case "items" -> {
        list = true;
        Json.array(p, this::item);
      }
      default -> p.skipChildren();
    }
  }

  private void meta(String name, JsonParser p) throws IOException {
    switch (name) {
      case "continue" -> next = Json.text(p);
      case "resourceVersion" -> revision = Json.text(p);
      default -> p.skipChildren();
    }
  }

  private void item(JsonParser p) throws IOException {
    Decoded decoded = decoder.decode(p);
    decoded.object().ifPresentOrElse(objects::add, () -> skipped++);
  }
}
