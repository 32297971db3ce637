package org.stele.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever dies and whenever: what was acknowledged is kept, and everything else is there whole or not at all. */
@Tag("long")
class CrashCampaignTest {

    @Test
    void nothing_acknowledged_is_lost_when_the_writer_or_postgres_or_both_are_killed_under_load() throws Exception {
        int runs = Scale.runs(8, 1_000);
        long seed = Scale.seed("The crash campaign");
        CampaignReport report = new CampaignReport("Crash campaign", seed);
        try (CrashCampaign campaign = new CrashCampaign(Workplace.server("crash"))) {
            for (int run = 0; run < runs; run++) {
                CrashCampaign.Outcome outcome = campaign.run(seed + run);
                report.add(outcome);
                assertThat(outcome.findings()).as("seed %d", outcome.seed()).isEmpty();
            }
        } finally {
            report.write();
        }
    }
}
