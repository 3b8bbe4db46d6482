package org.lazaretto.range.cluster.inside;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.lazaretto.range.http.ApiLine;
import org.lazaretto.range.http.security.Tokens;

/** The API server of a cluster, as its own parts know it. It may come later than they do. */
public final class Serving {
  private final String authority;
  private final Optional<Tokens> tokens;
  private final AtomicReference<ApiLine> line = new AtomicReference<>(ApiLine.closed());

  private Serving(String authority, Optional<Tokens> tokens) {
    this.authority = authority;
    this.tokens = tokens;
  }

  /**
   * A server with this authority and these tokens, not to be reached yet.
   *
   * @param authority as PEM
   */
  public static Serving by(String authority, Tokens tokens) {
    return new Serving(authority, Optional.of(tokens));
  }

  /** No server: containers get no tokens. */
  public static Serving nobody() {
    return new Serving("", Optional.empty());
  }

  /** From now on it is reached by this line. */
  public void connect(ApiLine to) {
    line.set(to);
  }

  /** The certificate that it is checked by, as PEM; empty if there is none. */
  public String authority() {
    return authority;
  }

  /** What signs tokens, if anything does. */
  Optional<Tokens> tokens() {
    return tokens;
  }

  /** The way to it. */
  ApiLine line() {
    return line.get();
  }
}
