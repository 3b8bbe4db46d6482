package org.lazaretto.range.http;

import java.util.Locale;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.http.table.Layout;
import org.lazaretto.range.http.table.Tables;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ResourceType;

/** Chooses the form that a client asked for. */
final class Views {
  private static final String REFUSAL =
      "only the following media types are accepted: application/json,"
          + " application/json;as=Table;g=meta.k8s.io;v=v1,"
          + " application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,"
          + " application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

  private final RangeClock clock;

  private final Kinds kinds;

  Views(RangeClock clock, Kinds kinds) {
    this.clock = clock;
    this.kinds = kinds;
  }

  /** The first of the forms that a client accepts which can be served. */
  View of(ApiRequest request) {
    if (request.accept().isBlank()) {
      return plain(request);
    }
    for (String form : request.accept().toLowerCase(Locale.ROOT).split(",", -1)) {
      String plain = form.replace(" ", "");
      boolean json =
          plain.startsWith("application/json")
              || plain.startsWith("*/*")
              || plain.startsWith("application/*");
      if (json && plain.contains(";as=table") && plain.contains("v=v1")) {
        return rows(request);
      }
      if (json && plain.contains(";as=partialobjectmetadata") && plain.contains("v=v1")) {
        return new View.Partial();
      }
      if (json && !plain.contains(";as=")) {
        return plain(request);
      }
    }
    throw ApiProblem.of(406, "NotAcceptable", REFUSAL);
  }

  private static View plain(ApiRequest request) {
    return switch (request.where().dialect()) {
      case Dialect.Same same -> new View.Plain();
      case OldAutoscalers old -> new View.Translated(old);
    };
  }

  private View rows(ApiRequest request) {
    return new View.Rows(
        include(request.query()), clock, layout(request.type()), request.where().dialect());
  }

  private Layout layout(ResourceType type) {
    return kinds
        .custom(type)
        .map(custom -> Layout.custom(custom.version().path("additionalPrinterColumns")))
        .orElseGet(() -> Tables.layout(type));
  }

  private static Tables.Include include(Query query) {
    return switch (query.text("includeObject").orElse("Metadata")) {
      case "None" -> Tables.Include.NONE;
      case "Object" -> Tables.Include.OBJECT;
      case "Metadata" -> Tables.Include.METADATA;
      default ->
          throw ApiProblem.badRequest(
              "unrecognized includeObject value: " + query.text("includeObject").orElse(""));
    };
  }
}
