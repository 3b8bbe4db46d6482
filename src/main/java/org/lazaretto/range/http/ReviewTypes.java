package org.lazaretto.range.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lazaretto.range.store.ResourceType;

/** Kinds that are answered and forgotten: they can be created, and nothing else. */
final class ReviewTypes {
  private static final String AUTHENTICATION = "authentication.k8s.io";
  private static final String AUTHORIZATION = "authorization.k8s.io";

  static final ResourceType WHO_AM_I = review(AUTHENTICATION, "SelfSubjectReview", false);
  static final ResourceType TOKEN = review(AUTHENTICATION, "TokenReview", false);
  static final ResourceType MAY_I = review(AUTHORIZATION, "SelfSubjectAccessReview", false);
  static final ResourceType WHAT_MAY_I = review(AUTHORIZATION, "SelfSubjectRulesReview", false);
  static final ResourceType MAY_SOMEBODY = review(AUTHORIZATION, "SubjectAccessReview", false);
  static final ResourceType MAY_SOMEBODY_HERE =
      review(AUTHORIZATION, "LocalSubjectAccessReview", true);

  private ReviewTypes() {}

  private static ResourceType review(String group, String kind, boolean namespaced) {
    String word = kind.toLowerCase(Locale.ROOT);
    ResourceType.Names names = new ResourceType.Names(kind, word + "s", word, List.of(), List.of());
    return new ResourceType(group, "v1", names, namespaced, Set.of());
  }

  static List<ResourceType> all() {
    return List.of(WHO_AM_I, TOKEN, MAY_I, WHAT_MAY_I, MAY_SOMEBODY, MAY_SOMEBODY_HERE);
  }
}
