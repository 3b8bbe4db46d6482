package org.lazaretto.model;

/**
 * A taint of a node.
 *
 * @param key the taint's key
 * @param value its value, empty if none
 * @param effect {@code NoSchedule}, {@code PreferNoSchedule} or {@code NoExecute}
 */
public record Taint(String key, String value, String effect) {}
