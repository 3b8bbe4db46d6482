package org.lazaretto.ui.inspector;

/**
 * One line of a log or of YAML, made visible and not too long to be drawn.
 *
 * @param number grows by one from line to line
 * @param time when it was written; empty if that is not known
 * @param text what it says; every character of it can be looked at safely
 * @param note whether these are our own words about what is shown
 */
record TextLine(long number, String time, String text, boolean note) {}
