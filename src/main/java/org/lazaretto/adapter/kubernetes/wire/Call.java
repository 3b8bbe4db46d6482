package org.lazaretto.adapter.kubernetes.wire;

/**
 * One request.
 *
 * @param method the HTTP method
 * @param path path and query, starting with a slash, escaped
 * @param contentType of the body; empty if there is none
 * @param body the body; empty if there is none
 * @param change whether it may change the cluster: then an answer that is lost leaves it unknown
 * @param accept the media type that is asked for
 */
public record Call(
    String method, String path, String contentType, String body, boolean change, String accept) {
  /** A request for JSON as the server has it. */
  public Call(String method, String path, String contentType, String body, boolean change) {
    this(method, path, contentType, body, change, "application/json");
  }

  /** A list of which only the objects' metadata is served: what they hold is never sent. */
  public static Call metadata(String path) {
    return new Call(
        "GET",
        path,
        "",
        "",
        false,
        "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1");
  }

  /** A read. */
  public static Call get(String path) {
    return new Call("GET", path, "", "", false);
  }

  /** A question that is asked by POST and changes nothing. */
  public static Call ask(String path, String json) {
    return new Call("POST", path, "application/json", json, false);
  }

  /** Creates something. */
  public static Call post(String path, String json) {
    return new Call("POST", path, "application/json", json, true);
  }

  /** A JSON merge patch (RFC 7386). */
  public static Call mergePatch(String path, String json) {
    return new Call("PATCH", path, "application/merge-patch+json", json, true);
  }

  /** A JSON patch (RFC 6902). */
  public static Call jsonPatch(String path, String json) {
    return new Call("PATCH", path, "application/json-patch+json", json, true);
  }

  /** Deletes something, by options. */
  public static Call delete(String path, String json) {
    return new Call("DELETE", path, "application/json", json, true);
  }

  /** Method and path, as it stands in a journal. */
  public String line() {
    return method + " " + path;
  }
}
