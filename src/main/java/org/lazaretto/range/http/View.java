package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.http.table.Layout;
import org.lazaretto.range.http.table.Tables;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.Stored;

/** The form in which a client wants objects. */
sealed interface View {
  /** One object. */
  byte[] one(Stored object);

  /** Some objects, in the order given. */
  Buffer list(ResourceType type, ObjectNode metadata, List<Stored> objects);

  /** The object of a watch event; the first one may say more. */
  byte[] event(Stored object, boolean first);

  /** As it is stored; a list is put together without reading any of it. */
  record Plain() implements View {
    @Override
    public byte[] one(Stored object) {
      return object.json();
    }

    @Override
    public Buffer list(ResourceType type, ObjectNode metadata, List<Stored> objects) {
      ObjectNode frame = Json.object().put("kind", type.kind() + "List");
      frame.put("apiVersion", type.apiVersion()).set("metadata", metadata);
      byte[] head = Json.bytes(frame);
      int size = head.length + 16 + objects.size();
      for (Stored object : objects) {
        size += object.json().length;
      }
      Buffer out = Buffer.buffer(size);
      out.appendBytes(head, 0, head.length - 1).appendString(",\"items\":[");
      boolean first = true;
      for (Stored object : objects) {
        if (!first) {
          out.appendByte((byte) ',');
        }
        first = false;
        out.appendBytes(object.json());
      }
      return out.appendString("]}");
    }

    @Override
    public byte[] event(Stored object, boolean first) {
      return object.json();
    }
  }

  /** In another version than it is stored in. */
  record Translated(Dialect dialect) implements View {
    @Override
    public byte[] one(Stored object) {
      return Json.bytes(dialect.told(object.tree()));
    }

    @Override
    public Buffer list(ResourceType type, ObjectNode metadata, List<Stored> objects) {
      ObjectNode list = Json.object().put("kind", type.kind() + "List");
      list.put("apiVersion", type.apiVersion()).set("metadata", metadata);
      ArrayNode items = list.putArray("items");
      objects.forEach(object -> items.add(dialect.told(object.tree())));
      return Buffer.buffer(Json.bytes(list));
    }

    @Override
    public byte[] event(Stored object, boolean first) {
      return one(object);
    }
  }

  /**
   * As rows of a table.
   *
   * @param include what of each object comes with its row
   * @param clock tells the time that ages are counted to
   * @param layout the columns
   * @param dialect how objects that come with their rows are told
   */
  record Rows(Tables.Include include, RangeClock clock, Layout layout, Dialect dialect)
      implements View {
    @Override
    public byte[] one(Stored object) {
      return table(object, true);
    }

    @Override
    public Buffer list(ResourceType type, ObjectNode metadata, List<Stored> objects) {
      return Buffer.buffer(Json.bytes(table(metadata, objects, true)));
    }

    @Override
    public byte[] event(Stored object, boolean first) {
      return table(object, first);
    }

    private byte[] table(Stored object, boolean headings) {
      ObjectNode metadata =
          Json.object().put("resourceVersion", String.valueOf(object.resourceVersion()));
      return Json.bytes(table(metadata, List.of(object), headings));
    }

    private ObjectNode table(ObjectNode metadata, List<Stored> objects, boolean headings) {
      ObjectNode table = Tables.table(layout, metadata, objects, include, headings, clock.now());
      if (include == Tables.Include.OBJECT) {
        for (JsonNode row : table.path("rows")) {
          if (row instanceof ObjectNode each && each.get("object") instanceof ObjectNode object) {
            each.set("object", dialect.told(object));
          }
        }
      }
      return table;
    }
  }

  /** Metadata only. */
  record Partial() implements View {
    @Override
    public byte[] one(Stored object) {
      return Json.bytes(Tables.partial(object.tree().path("metadata")));
    }

    @Override
    public Buffer list(ResourceType type, ObjectNode metadata, List<Stored> objects) {
      ObjectNode list = Json.object().put("kind", "PartialObjectMetadataList");
      list.put("apiVersion", "meta.k8s.io/v1").set("metadata", metadata);
      ArrayNode items = list.putArray("items");
      objects.forEach(object -> items.add(Tables.partial(object.tree().path("metadata"))));
      return Buffer.buffer(Json.bytes(list));
    }

    @Override
    public byte[] event(Stored object, boolean first) {
      return one(object);
    }
  }
}
