package org.stele.events.claims;

import org.stele.events.StateEvent;

/** Every event of the claims context. */
public sealed interface ClaimEvent extends StateEvent
        permits ExemptionClaimed,
                ScopeClaimed,
                ClaimDisputed,
                ClaimUpheld,
                ClaimWithdrawn,
                PriorContractsNotified,
                WorkAuthorizationApproved {}
