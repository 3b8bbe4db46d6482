package org.lazaretto.plan.recover;

/**
 * A step of a case of which nothing brings back what it ended.
 *
 * @param line the journal line of the intent
 * @param title the step's title
 */
public record Lost(long line, String title) {}
