/** The written form of a plan, {@code plan.json}. */
@NullMarked
package org.lazaretto.plan.json;

import org.jspecify.annotations.NullMarked;
