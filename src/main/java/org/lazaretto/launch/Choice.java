package org.lazaretto.launch;

/** Whether something is done that can be done or left. */
enum Choice {
  YES,
  NO
}
