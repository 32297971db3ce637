package org.stele.events.repatriation;

import org.stele.events.StateEvent;

/** Every event of the repatriation context. */
public sealed interface RepatriationEvent extends StateEvent
        permits RepatriationNoticeRecorded,
                RepatriationNoticeCorrected,
                RepatriationNoticeWithdrawn,
                BaselineDeclared,
                BaselineCorrected,
                BaselineWithdrawn,
                ArrivalRecorded,
                ArrivalCorrected,
                ArrivalWithdrawn {}
