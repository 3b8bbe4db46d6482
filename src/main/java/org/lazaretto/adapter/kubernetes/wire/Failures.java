package org.lazaretto.adapter.kubernetes.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.lazaretto.port.PortException;

/** What it means that no answer came. */
final class Failures {
  private Failures() {}

  /** The failure of a request that ended without an answer. */
  static PortException of(URI server, Call call, Throwable failure) {
    List<Throwable> chain = chain(failure);
    Optional<String> notSent = reason(failure);
    if (notSent.isPresent()) {
      return new PortException(
          PortException.Kind.UNREACHABLE,
          server + " cannot be reached: " + notSent.get() + " (nothing was sent)");
    }
    boolean late = chain.stream().anyMatch(t -> t instanceof HttpTimeoutException);
    return noAnswer(call, late ? "no answer came in time" : words(chain.getLast()));
  }

  /** Why no connection came about; empty if that is not what failed. */
  static Optional<String> reason(Throwable failure) {
    List<Throwable> chain = chain(failure);
    return chain.reversed().stream().flatMap(t -> whyNotSent(t, chain).stream()).findFirst();
  }

  /** The failure of a request that was sent and not answered. */
  static PortException noAnswer(Call call, String why) {
    return new PortException(
        PortException.Kind.NO_ANSWER,
        call.change()
            ? call.line() + ": " + why + "; it was sent and may have been carried out"
            : call.line() + ": " + why);
  }

  private static Optional<String> whyNotSent(Throwable failure, List<Throwable> chain) {
    return switch (failure) {
      case HttpConnectTimeoutException _ -> Optional.of("no connection in time");
      case UnknownHostException _ -> Optional.of("its name is not known");
      case UnresolvedAddressException _ -> Optional.of("its name is not known");
      case NoRouteToHostException _ -> Optional.of("there is no route to it");
      case SSLException e when handshake(e) -> Optional.of(certificate(e, chain));
      // What a silent server's timeout has as its cause.
      case ConnectException e when words(e).contains("timed out") ->
          Optional.of("no connection in time");
      case ConnectException _ -> Optional.of("the connection is refused");
      case IOException e when words(e).startsWith("Tunnel failed") ->
          Optional.of("the proxy does not let us through");
      default -> Optional.empty();
    };
  }

  private static boolean handshake(SSLException failure) {
    return failure instanceof SSLHandshakeException
        || words(failure).contains("Received fatal alert")
        || words(failure).contains("Unsupported or unrecognized SSL message");
  }

  private static String certificate(SSLException failure, List<Throwable> chain) {
    if (chain.stream().anyMatch(t -> t instanceof CertificateExpiredException)) {
      return "the server's certificate has expired";
    }
    if (words(chain.getLast()).startsWith("No subject alternative")
        || words(chain.getLast()).startsWith("No name matching")) {
      return "the server's certificate is for another name: " + words(chain.getLast());
    }
    if (chain.stream()
        .anyMatch(t ->
            t instanceof CertPathBuilderException || t instanceof CertPathValidatorException)) {
      return "the server's certificate is not signed by an authority that the kubeconfig trusts";
    }
    if (words(failure).contains("Received fatal alert")) {
      return "the server refuses our client certificate (" + words(failure) + ")";
    }
    if (words(failure).contains("terminated the handshake")) {
      return "it ended the TLS handshake, as a server does that refuses our client certificate";
    }
    return "no TLS connection: " + words(failure);
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable t = failure; t != null && chain.size() < 20; t = t.getCause()) {
      chain.add(t);
    }
    return chain;
  }

  static String words(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
