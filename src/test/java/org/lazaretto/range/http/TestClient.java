package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.lazaretto.range.http.security.Certificates;
import org.lazaretto.range.store.Json;

/** A plain HTTP client that trusts the practice server. */
final class TestClient implements AutoCloseable {
  final HttpClient http;
  private final URI server;
  private final List<String> headers;

  private TestClient(HttpClient http, URI server, List<String> headers) {
    this.http = http;
    this.server = server;
    this.headers = headers;
  }

  static TestClient admin(PracticeServer practice) {
    return withToken(practice, PracticeServer.ADMIN_TOKEN);
  }

  static TestClient withToken(PracticeServer practice, String token) {
    return new TestClient(
        client(practice, Optional.empty()),
        practice.server.url(),
        List.of("Authorization", "Bearer " + token));
  }

  static TestClient anonymous(PracticeServer practice) {
    return new TestClient(client(practice, Optional.empty()), practice.server.url(), List.of());
  }

  static TestClient withCertificate(PracticeServer practice, Certificates.Issued own) {
    return new TestClient(client(practice, Optional.of(own)), practice.server.url(), List.of());
  }

  /** The same client with another header. */
  TestClient header(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(name);
    more.add(value);
    return new TestClient(http, server, more);
  }

  private static HttpClient client(PracticeServer practice, Optional<Certificates.Issued> own) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      trusted.setCertificateEntry("ca", practice.security.certificates().authority());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
      keys.load(null, null);
      if (own.isPresent()) {
        keys.setKeyEntry(
            "own", key(own.get()), new char[0], new Certificate[] {certificate(own.get())});
      }
      KeyManagerFactory key =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      key.init(keys, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(key.getKeyManagers(), trust.getTrustManagers(), null);
      return HttpClient.newBuilder().sslContext(context).build();
    } catch (GeneralSecurityException | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static Certificate certificate(Certificates.Issued own) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(
            new ByteArrayInputStream(own.certificate().getBytes(StandardCharsets.US_ASCII)));
  }

  private static PrivateKey key(Certificates.Issued own) throws GeneralSecurityException {
    String body = own.key().replaceAll("-----[A-Z ]+-----|\\s", "");
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
  }

  /** What came back. */
  record Reply(int code, HttpResponse<byte[]> response) {
    JsonNode json() {
      try {
        return Json.parse(response.body());
      } catch (IOException broken) {
        throw new IllegalStateException(text(), broken);
      }
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    String at(String pointer) {
      return json().at(pointer).asText();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  Reply get(String path) {
    return send("GET", path, "", "");
  }

  Reply post(String path, String body) {
    return send("POST", path, "application/json", body);
  }

  Reply put(String path, String body) {
    return send("PUT", path, "application/json", body);
  }

  Reply patch(String path, String kind, String body) {
    return send("PATCH", path, "application/" + kind + "+json", body);
  }

  Reply delete(String path) {
    return send("DELETE", path, "", "");
  }

  Reply send(String method, String path, String type, String body) {
    try {
      return attempt(method, path, type, body);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The same, for tests in which the connection breaks. */
  Reply attempt(String method, String path, String type, String body) throws IOException {
    HttpRequest.Builder request = request(path);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    request.method(
        method,
        body.isEmpty()
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(body.replace('\'', '"')));
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), response);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  Reply postBytes(String path, String type, byte[] body) {
    HttpRequest.Builder request = request(path).header("Content-Type", type);
    try {
      HttpResponse<byte[]> response =
          http.send(
              request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), response);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(20));
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    return request;
  }

  /** The lines of an answer that goes on, as they come. */
  Stream<String> lines(String path) {
    try {
      return http.send(request(path).build(), BodyHandlers.ofLines()).body();
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
