package org.lazaretto.adapter.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.lazaretto.adapter.kubernetes.decode.ObjectDecoder;
import org.lazaretto.adapter.kubernetes.decode.WatchEvent;

/** The lines of a watch, split off a stream whose buffers end anywhere. For one thread. */
final class WatchLines {
  private static final int LONGEST = 16 << 20;

  private final InputStream stream;
  private byte[] buffer = new byte[64 << 10];
  private int start;
  private int end;
  private int lineStart;
  private int lineEnd;

  WatchLines(InputStream stream) {
    this.stream = stream;
  }

  /** What came cannot be an event: what it would have said is lost, so the list must be read. */
  static final class OddLineException extends IOException {
    private static final long serialVersionUID = 1L;

    OddLineException(String message) {
      super(message);
    }
  }

  /** Waits for the next line that is not empty; false at the end. */
  boolean next() throws IOException {
    int searched = start;
    while (true) {
      for (int i = searched; i < end; i++) {
        if (buffer[i] == '\n') {
          lineStart = start;
          lineEnd = i;
          start = i + 1;
          if (lineEnd > lineStart) {
            return true;
          }
        }
      }
      searched = more();
      if (searched < 0) {
        return false;
      }
    }
  }

  /** The event of the current line. */
  WatchEvent event(ObjectDecoder decoder) throws IOException {
    try {
      return WatchEvent.read(buffer, lineStart, lineEnd - lineStart, decoder);
    } catch (JsonProcessingException broken) {
      throw new OddLineException("an event of the watch is not JSON");
    }
  }

  /** Reads on; returns where the new bytes begin, or less than 0 at the end. */
  private int more() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      if (buffer.length >= LONGEST) {
        throw new OddLineException("an event of the watch is longer than " + LONGEST + " bytes");
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = stream.read(buffer, end, buffer.length - end);
    if (count < 0) {
      return -1;
    }
    end += count;
    return end - count;
  }
}
