/**
 * The controllers, one class each: they keep the world as workloads, budgets and services want it.
 */
@NullMarked
package org.lazaretto.range.cluster.control;

import org.jspecify.annotations.NullMarked;
