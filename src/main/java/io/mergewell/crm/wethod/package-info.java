/**
 * Wethod: https://docs.wethod.com. Its persons are the company's own people, with timesheets and payroll; they are read
 * and reported on, and nothing here can send anything else.
 */
@NullMarked
package io.mergewell.crm.wethod;

import org.jspecify.annotations.NullMarked;
