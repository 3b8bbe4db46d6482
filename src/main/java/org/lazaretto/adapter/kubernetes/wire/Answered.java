package org.lazaretto.adapter.kubernetes.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import org.lazaretto.port.Exchange;
import org.lazaretto.port.RawAnswer;

/**
 * A whole answer.
 *
 * @param call what was asked
 * @param head status and headers
 * @param bytes the body, as served
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answered(Call call, Head head, byte[] bytes) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * Status and the headers that matter here.
   *
   * @param status the HTTP status
   * @param auditId {@code Audit-Id}; may be empty
   * @param contentType {@code Content-Type}; may be empty
   * @param retryAfter {@code Retry-After}; may be empty
   */
  public record Head(int status, String auditId, String contentType, String retryAfter) {
    /** Whether the request was carried out. */
    public boolean good() {
      return status >= 200 && status < 300;
    }
  }

  /** The body as JSON; a missing node if it is none. */
  public JsonNode json() {
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    } catch (IOException impossible) {
      throw new IllegalStateException("reading an array of bytes failed", impossible);
    }
  }

  /** The exchange for the journal. */
  public Exchange exchange() {
    return exchange(json().path("metadata").path("resourceVersion").asText(""));
  }

  /** The bytes for the evidence register. */
  public RawAnswer raw() {
    return new RawAnswer(exchange(), head.contentType(), bytes);
  }

  private Exchange exchange(String resourceVersion) {
    return new Exchange(call.line(), call.body(), head.status(), head.auditId(), resourceVersion);
  }
}
