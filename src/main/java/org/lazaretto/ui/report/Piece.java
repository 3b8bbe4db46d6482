package org.lazaretto.ui.report;

import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A part of a report's section that is made in one go, so it is small.
 *
 * @param told what it tells: while that is the same, what was made of it need not be made anew
 * @param made makes it, on the toolkit's thread
 */
record Piece(Object told, Supplier<Node> made) {}
