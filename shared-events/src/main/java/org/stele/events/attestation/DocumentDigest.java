package org.stele.events.attestation;

import org.stele.events.Sha256Digest;

/** A document that came with an attestation: kept elsewhere, fixed here by its digest. */
public record DocumentDigest(String title, Sha256Digest sha256) {}
