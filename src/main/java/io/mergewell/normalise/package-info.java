/** Chapter 2. Text into comparable form: names, e-mails, phones, dates, addresses, organisations. */
@NullMarked
package io.mergewell.normalise;

import org.jspecify.annotations.NullMarked;
