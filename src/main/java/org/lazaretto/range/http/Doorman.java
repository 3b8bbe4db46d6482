package org.lazaretto.range.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.lazaretto.range.http.security.Access;
import org.lazaretto.range.http.security.Authorizer.Decision;
import org.lazaretto.range.http.security.Identity;
import org.lazaretto.range.store.ApiProblem;

/** Finds out who sends a request, for whom they speak, and whether they may. */
final class Doorman {
  private static final String AS_USER = "Impersonate-User";
  private static final String AS_GROUP = "Impersonate-Group";
  private static final String AS_UID = "Impersonate-Uid";
  private static final String ACCOUNT = "system:serviceaccount:";

  private final Security security;

  Doorman(Security security) {
    this.security = security;
  }

  /**
   * Who a request is from; whoever may impersonate can send it as somebody else.
   *
   * @throws ApiProblem 403 if they may not
   */
  Optional<Identity> identify(HttpServerRequest request) {
    return identify(request.headers(), () -> ofCertificate(request));
  }

  /** Who a request is from that came without a client's certificate. */
  Optional<Identity> identify(MultiMap headers) {
    return identify(headers, Optional::empty);
  }

  private Optional<Identity> identify(
      MultiMap headers, Supplier<Optional<Identity>> ofCertificate) {
    Optional<String> token = Optional.ofNullable(headers.get(HttpHeaders.AUTHORIZATION));
    Optional<Identity> known =
        token.isPresent() ? security.credentials().ofHeader(token.get()) : ofCertificate.get();
    return known.map(sender -> {
      List<String> groups = headers.getAll(AS_GROUP);
      Optional<String> user = Optional.ofNullable(headers.get(AS_USER));
      if (user.isEmpty() && (!groups.isEmpty() || headers.contains(AS_UID))) {
        throw ApiProblem.of(
            500,
            "InternalError",
            "Internal error occurred: requested [] without impersonating a user");
      }
      return user.map(name -> impersonated(sender, name, groups)).orElse(sender);
    });
  }

  private Optional<Identity> ofCertificate(HttpServerRequest request) {
    try {
      for (Certificate certificate : request.sslSession().getPeerCertificates()) {
        return certificate instanceof X509Certificate x509
            ? security.credentials().ofCertificate(x509)
            : Optional.empty();
      }
    } catch (SSLPeerUnverifiedException none) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private Identity impersonated(Identity sender, String user, List<String> groups) {
    String[] account = user.startsWith(ACCOUNT) ? user.split(":", -1) : new String[0];
    boolean isAccount = account.length == 4;
    allow(
        sender,
        isAccount
            ? impersonate("serviceaccounts", account[2], account[3])
            : impersonate("users", "", user));
    groups.forEach(group -> allow(sender, impersonate("groups", "", group)));
    if (isAccount && groups.isEmpty()) {
      return Identity.ofServiceAccount(account[2], account[3]);
    }
    List<String> all = new ArrayList<>(groups);
    if (!user.equals(Identity.ANONYMOUS.user()) && !all.contains(Identity.AUTHENTICATED)) {
      all.add(Identity.AUTHENTICATED);
    }
    return user.equals(Identity.ANONYMOUS.user()) && groups.isEmpty()
        ? Identity.ANONYMOUS
        : new Identity(user, all);
  }

  private static Access impersonate(String what, String namespace, String name) {
    return new Access("impersonate", "", what, "", namespace, name, "");
  }

  /**
   * Lets pass who may.
   *
   * @throws ApiProblem 403 in the words of a real server
   */
  void allow(Identity who, Access access) {
    Decision decision = security.authorizer().decide(who, access);
    if (decision.allowed()) {
      return;
    }
    String reason = decision.reason().isEmpty() ? "" : ": " + decision.reason();
    String words = "is forbidden: " + access.refusalFor(who) + reason;
    throw access.path().isEmpty()
        ? ApiProblem.refused(access.group(), access.resource(), access.name(), words)
        : ApiProblem.of(403, "Forbidden", "forbidden: " + access.refusalFor(who) + reason);
  }

  /** 401. */
  static ApiProblem unauthorized() {
    return ApiProblem.of(401, "Unauthorized", "Unauthorized");
  }
}
