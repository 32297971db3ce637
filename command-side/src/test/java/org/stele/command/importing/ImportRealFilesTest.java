package org.stele.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.command.attestation.publishattestation.PublishAttestation;
import org.stele.command.attestation.receiveattestation.ReceiveAttestation;
import org.stele.command.attestation.submitattestation.SubmitAttestation;
import org.stele.command.attestation.withholdattestation.WithholdAttestation;
import org.stele.command.claims.claimexemption.ClaimExemption;
import org.stele.command.claims.claimoutofscope.ClaimOutOfScope;
import org.stele.command.claims.disputeclaim.DisputeClaim;
import org.stele.command.evidence.recordevidence.RecordEvidence;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.Confidence;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceMeasure;

/** The filings that press and officials reported are read as what they say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ImportRealFilesTest {

    private final ImportFixture fixture = new ImportFixture();

    @Test
    void every_filing_is_submitted_received_and_published_or_withheld() {
        ImportReport report = fixture.enter(ImportKind.FILINGS, ImportFixture.resource(ImportKind.FILINGS));

        assertThat(report.errors()).isEmpty();
        assertThat(report.rows()).isEqualTo(95);
        assertThat(report.entered()).isEqualTo(95);
        assertThat(fixture.recorded(SubmitAttestation.class)).hasSize(95);
        assertThat(fixture.recorded(ReceiveAttestation.class)).hasSize(95);
        assertThat(fixture.recorded(PublishAttestation.class)).hasSize(89);
        assertThat(fixture.recorded(PublishAttestation.class))
                .filteredOn(publication -> !publication.dayAssumed())
                .hasSize(11);
        assertThat(fixture.recorded(WithholdAttestation.class)).hasSize(6);
    }

    @Test
    void every_claim_is_made_and_the_one_dispute_recorded() {
        ImportReport report = fixture.enter(ImportKind.CLAIMS, ImportFixture.resource(ImportKind.CLAIMS));

        assertThat(report.entered()).isEqualTo(6);
        assertThat(fixture.recorded(ClaimExemption.class)).hasSize(2);
        assertThat(fixture.recorded(ClaimOutOfScope.class)).hasSize(4);
        DisputeClaim dispute = fixture.recorded(DisputeClaim.class).getFirst();
        assertThat(dispute.body()).isEqualTo(MonitoringBody.PANEL);
        assertThat(dispute.disputed()).isEqualTo(PartialDate.parse("2019-11-01/2019-11-30"));
        assertThat(dispute.claim())
                .isEqualTo(fixture.recorded(ClaimOutOfScope.class).stream()
                        .filter(claim -> claim.memberState() == MemberState.MOZ)
                        .findFirst()
                        .orElseThrow()
                        .filing());
    }

    @Test
    void every_piece_of_evidence_is_recorded() {
        ImportReport report = fixture.enter(ImportKind.EVIDENCE, ImportFixture.resource(ImportKind.EVIDENCE));

        assertThat(report.entered()).isEqualTo(35);
        assertThat(fixture.recorded(RecordEvidence.class)).hasSize(35).anySatisfy(malta -> {
            assertThat(malta.memberState()).isEqualTo(MemberState.MLT);
            assertThat(malta.kind()).isEqualTo(EvidenceKind.OFFICIAL_STATEMENT);
            assertThat(malta.figure()).isEqualTo(new PersonsCount(0));
            assertThat(malta.asOf()).isEqualTo(PartialDate.parse("2019-07-01/2019-07-31"));
            assertThat(malta.measure()).isEqualTo(EvidenceMeasure.PRESENT);
            assertThat(malta.confidential()).isFalse();
            assertThat(malta.body()).isNull();
            assertThat(malta.contests()).isFalse();
        });
    }

    @Test
    void a_filing_is_read_as_it_was_stated() {
        SubmitAttestation russia = filing(MemberState.RUS, ObligationId.REP_MID);

        assertThat(russia.content().workers())
                .isEqualTo(new Figures(
                        new Baseline(new PersonsCount(30_023), BaselineBasis.PERMITS),
                        new PersonsCount(18_533),
                        new PersonsCount(11_490),
                        null));
        assertThat(russia.content().periodFrom()).isEqualTo(PartialDate.parse("2017-12-31"));
        assertThat(russia.content().figuresDerived()).isTrue();
        assertThat(russia.content().visibility()).isEqualTo(Visibility.PUBLISHED);
        assertThat(russia.content().summary()).startsWith("Counts holders of valid work permits");
        assertThat(russia.source())
                .isEqualTo(new SourceReference(
                        "Yonhap: China's worker repatriation report not made public (lists Russian report dated 6 March)",
                        "https://m.wowtv.co.kr/NewsCenter/News/Read?articleId=AKR20190509089700504",
                        Confidence.HIGH));
    }

    @Test
    void a_baseline_that_a_state_kept_back_is_a_basis_without_a_count() {
        SubmitAttestation china = filing(MemberState.CHN, ObligationId.REP_MID);

        assertThat(china.content().workers())
                .isEqualTo(new Figures(new Baseline(null, BaselineBasis.NOT_DISCLOSED), null, null, null));
        assertThat(china.content().visibility()).isEqualTo(Visibility.WITHHELD);
        assertThat(china.content().assertsMoreThanHalf()).isTrue();
    }

    @Test
    void a_filing_without_figures_has_none_and_no_zero() {
        assertThat(filing(MemberState.CAN, ObligationId.REP_FIN).content().workers())
                .isNull();
    }

    @Test
    void nil_explanation_and_imprecise_dates_are_kept() {
        assertThat(filing(MemberState.BIH, ObligationId.REP_FIN).content().declaredNil())
                .isTrue();
        SubmitAttestation uganda = filing(MemberState.UGA, ObligationId.OTHER);
        assertThat(uganda.content().explanation()).isEqualTo("Departure of one doctor blocked by airport closure.");
        assertThat(uganda.content().periodFrom()).isEqualTo(PartialDate.parse("2019-06"));
        assertThat(uganda.content().periodTo()).isEqualTo(PartialDate.parse("2020"));
    }

    @Test
    void a_filing_is_received_on_the_days_that_the_file_states() {
        SubmitAttestation uganda = filing(MemberState.UGA, ObligationId.OTHER);

        assertThat(fixture.recorded(ReceiveAttestation.class))
                .filteredOn(receipt -> receipt.attestation().equals(uganda.filing()))
                .singleElement()
                .extracting(ReceiveAttestation::received)
                .isEqualTo(PartialDate.parse("2020-01-01/2020-10-14"));
    }

    @Test
    void a_filing_is_published_on_the_day_that_the_file_states() {
        SubmitAttestation singapore = filing(MemberState.SGP, ObligationId.REP_FIN);

        assertThat(publications(singapore)).singleElement().satisfies(publication -> {
            assertThat(publication.version()).isEqualTo(1);
            assertThat(publication.publishedOn()).isEqualTo("2020-02-27");
            assertThat(publication.dayAssumed()).isFalse();
        });
    }

    @Test
    void where_no_day_is_stated_the_last_day_of_the_receipt_is_assumed() {
        assertThat(publications(filing(MemberState.CAN, ObligationId.REP_FIN)))
                .singleElement()
                .satisfies(publication -> {
                    assertThat(publication.publishedOn()).isEqualTo("2020-03-23");
                    assertThat(publication.dayAssumed()).isTrue();
                });
    }

    @Test
    void a_withheld_text_is_withheld_from_the_receipt_on_and_not_published() {
        SubmitAttestation china = filing(MemberState.CHN, ObligationId.REP_MID);

        assertThat(publications(china)).isEmpty();
        assertThat(fixture.recorded(WithholdAttestation.class))
                .filteredOn(withheld -> withheld.attestation().equals(china.filing()))
                .singleElement()
                .extracting(WithholdAttestation::withheldOn)
                .isEqualTo(LocalDate.of(2019, 3, 8));
    }

    private List<PublishAttestation> publications(SubmitAttestation filing) {
        return fixture.recorded(PublishAttestation.class).stream()
                .filter(publication -> publication.attestation().equals(filing.filing()))
                .toList();
    }

    private SubmitAttestation filing(MemberState state, ObligationId obligation) {
        fixture.enter(ImportKind.FILINGS, ImportFixture.resource(ImportKind.FILINGS));
        Predicate<SubmitAttestation> isMeant =
                filing -> filing.memberState() == state && filing.obligations().getFirst() == obligation;
        return fixture.recorded(SubmitAttestation.class).stream()
                .filter(isMeant)
                .findFirst()
                .orElseThrow();
    }
}
