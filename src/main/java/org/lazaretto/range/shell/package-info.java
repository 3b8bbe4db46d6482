/**
 * A small believable shell: what a container looks like from inside. Everything is made up from the
 * container's description; nothing runs on this machine, and every output is bounded.
 */
@NullMarked
package org.lazaretto.range.shell;

import org.jspecify.annotations.NullMarked;
