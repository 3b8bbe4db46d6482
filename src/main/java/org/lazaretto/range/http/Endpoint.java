package org.lazaretto.range.http;

/** Answers one kind of request for objects; called by many threads, which may block. */
@FunctionalInterface
interface Endpoint {
  /**
   * Answers.
   *
   * @throws org.lazaretto.range.store.ApiProblem if it refuses
   */
  Answer answer(ApiRequest request);
}
