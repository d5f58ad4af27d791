/** Sandbox, part 4. Requests in, answers out, over the HTTP server of the JDK. */
@NullMarked
package io.mergewell.sandbox.http;

import org.jspecify.annotations.NullMarked;
