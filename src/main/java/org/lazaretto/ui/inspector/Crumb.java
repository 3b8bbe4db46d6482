package org.lazaretto.ui.inspector;

import java.util.Optional;
import org.lazaretto.ui.desk.Selection;

/**
 * One owner in the chain above an object.
 *
 * @param kind such as {@code Deployment}
 * @param name its name: hostile
 * @param target what looking at it selects; empty if it is not among what is observed
 */
record Crumb(String kind, String name, Optional<Selection> target) {}
