package org.lazaretto.plan.recover;

import org.lazaretto.plan.TakeBack;

/**
 * A change that a case made and that nothing has taken back yet, as far as its journal says.
 *
 * @param line the journal line of the intent
 * @param title the step's title
 * @param action the step's action
 * @param back what takes it back
 */
public record Applied(long line, String title, String action, TakeBack back) {}
