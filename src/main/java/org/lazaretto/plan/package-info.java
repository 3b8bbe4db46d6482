/** What is intended: plans, their steps, what takes a step back, and what a plan will cause. */
@NullMarked
package org.lazaretto.plan;

import org.jspecify.annotations.NullMarked;
