/**
 * Mergewell finds the persons a CRM holds twice, and merges them once a human has approved.
 *
 * <p>Read the packages as chapters, in this order; each knows only those before it: {@code csv}, {@code person}, {@code
 * normalise}, {@code match}, {@code cluster}, {@code plan}, {@code crm}, {@code store}, {@code review}, {@code apply},
 * {@code job}, {@code sandbox}, {@code cli}.
 */
@NullMarked
package io.mergewell;

import org.jspecify.annotations.NullMarked;
