package org.lazaretto.session;

/** When a program is killed, counted from the intent of a step. */
enum Kill {
  BEFORE_IT_IS_SENT,
  AFTER_IT_IS_SENT,
  BEFORE_IT_IS_VERIFIED
}
