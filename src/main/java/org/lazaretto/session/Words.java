package org.lazaretto.session;

import java.util.List;
import org.lazaretto.journal.JournalException;
import org.lazaretto.plan.Wizard;
import org.lazaretto.port.PortException;
import org.lazaretto.session.SessionException.Kind;

/** Puts what went wrong into words: what happened, what was changed, what to do. */
final class Words {
  private Words() {}

  static SessionException unavailable(PortException e) {
    return SessionException.unchanged(kind(e.kind()), e.getMessage(), advice(e.kind()));
  }

  private static Kind kind(PortException.Kind kind) {
    return switch (kind) {
      case FORBIDDEN -> Kind.DENIED;
      case UNAUTHORIZED -> Kind.UNAUTHORIZED;
      case UNREACHABLE,
          NOT_FOUND,
          CONFLICT,
          THROTTLED,
          INVALID,
          GONE,
          SERVER_ERROR,
          NO_ANSWER,
          LOCAL ->
          Kind.UNAVAILABLE;
    };
  }

  private static String advice(PortException.Kind kind) {
    return switch (kind) {
      case UNREACHABLE -> "Check the server's address, the network and the proxy, then try again.";
      case UNAUTHORIZED ->
          "The token or certificate has expired, was revoked, or is unknown there: log in again, as"
              + " with `aws sso login` or `gcloud auth login`, or use a context whose credentials are"
              + " valid.";
      case FORBIDDEN -> "`lazaretto preflight` shows which rights are missing.";
      case NO_ANSWER -> "The server did not answer in time; try again.";
      case LOCAL -> "Name another file with --kubeconfig or another context with --context.";
      case NOT_FOUND, CONFLICT, THROTTLED, INVALID, GONE, SERVER_ERROR ->
          "Look at the API server, then try again.";
    };
  }

  static SessionException of(JournalException e) {
    Kind kind =
        switch (e.kind()) {
          case LOCKED, NEWER_VERSION, UNWRITABLE, UNREADABLE -> Kind.UNAVAILABLE;
          case DAMAGED -> Kind.BROKEN;
        };
    return new SessionException(kind, e.getMessage());
  }

  static String nothingToDo(List<String> reasons) {
    return "There is nothing to do. " + String.join(" ", reasons);
  }

  static String cannotPlan(Wizard wizard, List<String> reasons) {
    return "No plan to "
        + wizard.word()
        + " can be made. Nothing was changed. "
        + String.join(" ", reasons);
  }
}
