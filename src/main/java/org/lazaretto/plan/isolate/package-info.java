/** Plans to shut suspects off, at the level of pods and services. */
@NullMarked
package org.lazaretto.plan.isolate;

import org.jspecify.annotations.NullMarked;
