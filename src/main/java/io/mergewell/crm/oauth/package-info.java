/** OAuth 2 for a program without a browser: access tokens for a refresh token (RFC 6749, section 6). */
@NullMarked
package io.mergewell.crm.oauth;

import org.jspecify.annotations.NullMarked;
