package org.stele.events.attestation;

import org.stele.events.Sha256Digest;

/** A document of an attestation: kept elsewhere, identified by its digest. */
public record DocumentDigest(String title, Sha256Digest sha256) {}
