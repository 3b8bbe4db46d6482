/**
 * Who reaches whom in the practice world: names, services, network policies, and the connections
 * that stand already.
 */
@NullMarked
package org.lazaretto.range.net;

import org.jspecify.annotations.NullMarked;
