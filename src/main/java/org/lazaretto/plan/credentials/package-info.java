/** Plans to take rights and tokens from the service accounts of suspects. */
@NullMarked
package org.lazaretto.plan.credentials;

import org.jspecify.annotations.NullMarked;
