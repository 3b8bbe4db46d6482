/**
 * Who may speak to the practice API server: certificates, tokens, what each is allowed, and
 * kubeconfig files.
 */
@NullMarked
package org.lazaretto.range.http.security;

import org.jspecify.annotations.NullMarked;
