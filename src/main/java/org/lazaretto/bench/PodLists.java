package org.lazaretto.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lazaretto.adapter.kubernetes.wire.Call;
import org.lazaretto.adapter.kubernetes.wire.Transport;
import org.lazaretto.port.PortException;

/** Lists all pods of a server in pages of 500, as its usual clients do. */
final class PodLists {
  private static final Pattern NEXT = Pattern.compile("\"continue\":\"([^\"]+)\"");
  private static final int HEAD = 2000;

  private final Transport wire;

  PodLists(Transport wire) {
    this.wire = wire;
  }

  /**
   * One whole list.
   *
   * @param pages as they came
   * @param paths of all pods
   * @param bytes of all pages
   * @param seconds from the first request to the last byte
   */
  record Listed(List<byte[]> pages, List<String> paths, long bytes, double seconds) {
    /** How long reading the pages into trees and writing them as bytes takes here. */
    double secondsToWriteAgain() throws IOException {
      JsonMapper mapper = JsonMapper.builder().build();
      for (int i = 0; i < 3; i++) {
        mapper.writeValueAsBytes(mapper.readTree(pages.getFirst()));
      }
      long begun = System.nanoTime();
      for (byte[] page : pages) {
        mapper.writeValueAsBytes(mapper.readTree(page));
      }
      return (System.nanoTime() - begun) / 1e9;
    }
  }

  Listed all() throws PortException, IOException {
    List<byte[]> pages = new ArrayList<>();
    long bytes = 0;
    long begun = System.nanoTime();
    String more = "";
    do {
      byte[] page = wire.demand(Call.get("/api/v1/pods?limit=500" + more)).bytes();
      pages.add(page);
      bytes += page.length;
      Matcher next = NEXT.matcher(head(page));
      more = next.find() ? "&continue=" + next.group(1) : "";
    } while (!more.isEmpty());
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Listed(pages, paths(pages), bytes, seconds);
  }

  private static String head(byte[] page) {
    return new String(page, 0, Math.min(HEAD, page.length), StandardCharsets.UTF_8);
  }

  private static List<String> paths(List<byte[]> pages) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    List<String> paths = new ArrayList<>();
    for (byte[] page : pages) {
      mapper
          .readTree(page)
          .path("items")
          .forEach(pod ->
              paths.add(
                  "/api/v1/namespaces/%s/pods/%s"
                      .formatted(
                          pod.path("metadata").path("namespace").asText(),
                          pod.path("metadata").path("name").asText())));
    }
    return paths;
  }
}
