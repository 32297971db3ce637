/**
 * JSON that several programs must read alike: a strict parser, and the one canonical form (RFC 8785). The rules stand in
 * docs/spec/submitters.md, section 2.
 */
@NullMarked
package org.stele.ledger.json;

import org.jspecify.annotations.NullMarked;
