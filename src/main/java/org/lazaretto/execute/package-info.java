/** Preflight, dry run, approval, order guard, runner, verifier: how a plan becomes deeds. */
@NullMarked
package org.lazaretto.execute;

import org.jspecify.annotations.NullMarked;
