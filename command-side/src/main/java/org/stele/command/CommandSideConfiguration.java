package org.stele.command;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.access.AccessConfiguration;
import org.stele.command.access.accreditofficial.AccreditOfficialSlice;
import org.stele.command.access.enrolsigningkey.EnrolSigningKeySlice;
import org.stele.command.access.revokesigningkey.RevokeSigningKeySlice;
import org.stele.command.access.withdrawaccreditation.WithdrawAccreditationSlice;
import org.stele.command.attestation.acceptasfiled.AcceptAsFiledSlice;
import org.stele.command.attestation.amendattestation.AmendAttestationSlice;
import org.stele.command.attestation.provideclarification.ProvideClarificationSlice;
import org.stele.command.attestation.publishattestation.PublishAttestationSlice;
import org.stele.command.attestation.receiveattestation.ReceiveAttestationSlice;
import org.stele.command.attestation.requestclarification.RequestClarificationSlice;
import org.stele.command.attestation.submitattestation.SubmitAttestationSlice;
import org.stele.command.attestation.unpublishattestation.UnpublishAttestationSlice;
import org.stele.command.attestation.withdrawattestation.WithdrawAttestationSlice;
import org.stele.command.attestation.withholdattestation.WithholdAttestationSlice;
import org.stele.command.audit.AuditConfiguration;
import org.stele.command.axon.CommandAxonConfiguration;
import org.stele.command.claims.claimexemption.ClaimExemptionSlice;
import org.stele.command.claims.claimoutofscope.ClaimOutOfScopeSlice;
import org.stele.command.claims.disputeclaim.DisputeClaimSlice;
import org.stele.command.claims.notifypriorcontracts.NotifyPriorContractsSlice;
import org.stele.command.claims.recordcommitteeapproval.RecordCommitteeApprovalSlice;
import org.stele.command.claims.upholdclaim.UpholdClaimSlice;
import org.stele.command.claims.withdrawclaim.WithdrawClaimSlice;
import org.stele.command.custody.accesslog.AccessLogDigestSlice;
import org.stele.command.custody.confirmdamageacceptance.ConfirmDamageAcceptanceSlice;
import org.stele.command.custody.confirmredaction.ConfirmRedactionSlice;
import org.stele.command.custody.proposedamageacceptance.ProposeDamageAcceptanceSlice;
import org.stele.command.custody.proposeredaction.ProposeRedactionSlice;
import org.stele.command.custody.readsealeddata.ReadSealedDataSlice;
import org.stele.command.custody.shredsubjectkey.ShredSubjectKeySlice;
import org.stele.command.discrepancies.explaindiscrepancy.ExplainDiscrepancySlice;
import org.stele.command.discrepancies.resolvediscrepancy.ResolveDiscrepancySlice;
import org.stele.command.evidence.recordevidence.RecordEvidenceSlice;
import org.stele.command.evidence.resolveevidence.ResolveEvidenceSlice;
import org.stele.command.filing.FilingSlice;
import org.stele.command.http.CommandHttpConfiguration;
import org.stele.command.importing.ImportSlice;
import org.stele.command.repatriation.correctarrival.CorrectArrivalSlice;
import org.stele.command.repatriation.correctbaseline.CorrectBaselineSlice;
import org.stele.command.repatriation.correctrepatriationnotice.CorrectRepatriationNoticeSlice;
import org.stele.command.repatriation.declarebaseline.DeclareBaselineSlice;
import org.stele.command.repatriation.recordarrival.RecordArrivalSlice;
import org.stele.command.repatriation.recordrepatriationnotice.RecordRepatriationNoticeSlice;
import org.stele.command.repatriation.withdrawarrival.WithdrawArrivalSlice;
import org.stele.command.repatriation.withdrawbaseline.WithdrawBaselineSlice;
import org.stele.command.repatriation.withdrawrepatriationnotice.WithdrawRepatriationNoticeSlice;
import org.stele.command.screening.confirmverdict.ConfirmVerdictSlice;
import org.stele.command.screening.listversions.ListVersionsConfiguration;
import org.stele.command.screening.loadlistversion.LoadListVersionSlice;
import org.stele.command.screening.proposeverdict.ProposeVerdictSlice;
import org.stele.command.screening.recordscreeningfailure.RecordScreeningFailureSlice;
import org.stele.command.screening.recordscreeningresult.RecordScreeningResultSlice;
import org.stele.command.screening.rejectlistversion.RejectListVersionSlice;
import org.stele.command.screening.releaselistversion.ReleaseListVersionSlice;
import org.stele.command.screening.reopening.ReopeningConfiguration;
import org.stele.command.screening.reopenscreenings.ReopenScreeningsSlice;
import org.stele.command.screening.requestscreening.RequestScreeningSlice;
import org.stele.command.screening.returnverdict.ReturnVerdictSlice;
import org.stele.command.sealing.SealingConfiguration;
import org.stele.command.signing.SigningConfiguration;
import org.stele.web.api.WebApiConfiguration;

/** The whole command side: every slice, Axon, and the web. It scans no packages. */
@Configuration(proxyBeanMethods = false)
@Import({
    WebApiConfiguration.class,
    CommandAxonConfiguration.class,
    AuditConfiguration.class,
    SigningConfiguration.class,
    SealingConfiguration.class,
    CommandHttpConfiguration.class,
    CommandPages.class,
    SubmitAttestationSlice.class,
    ReceiveAttestationSlice.class,
    AmendAttestationSlice.class,
    WithdrawAttestationSlice.class,
    RequestClarificationSlice.class,
    ProvideClarificationSlice.class,
    AcceptAsFiledSlice.class,
    PublishAttestationSlice.class,
    WithholdAttestationSlice.class,
    UnpublishAttestationSlice.class,
    RecordRepatriationNoticeSlice.class,
    CorrectRepatriationNoticeSlice.class,
    WithdrawRepatriationNoticeSlice.class,
    DeclareBaselineSlice.class,
    CorrectBaselineSlice.class,
    WithdrawBaselineSlice.class,
    RecordArrivalSlice.class,
    CorrectArrivalSlice.class,
    WithdrawArrivalSlice.class,
    ClaimExemptionSlice.class,
    ClaimOutOfScopeSlice.class,
    DisputeClaimSlice.class,
    UpholdClaimSlice.class,
    WithdrawClaimSlice.class,
    NotifyPriorContractsSlice.class,
    RecordCommitteeApprovalSlice.class,
    RecordEvidenceSlice.class,
    ResolveEvidenceSlice.class,
    ExplainDiscrepancySlice.class,
    ResolveDiscrepancySlice.class,
    LoadListVersionSlice.class,
    ReleaseListVersionSlice.class,
    RejectListVersionSlice.class,
    ListVersionsConfiguration.class,
    RequestScreeningSlice.class,
    RecordScreeningResultSlice.class,
    RecordScreeningFailureSlice.class,
    ProposeVerdictSlice.class,
    ConfirmVerdictSlice.class,
    ReturnVerdictSlice.class,
    ReopenScreeningsSlice.class,
    ReopeningConfiguration.class,
    AccessConfiguration.class,
    AccreditOfficialSlice.class,
    WithdrawAccreditationSlice.class,
    EnrolSigningKeySlice.class,
    RevokeSigningKeySlice.class,
    ProposeDamageAcceptanceSlice.class,
    ConfirmDamageAcceptanceSlice.class,
    ShredSubjectKeySlice.class,
    AccessLogDigestSlice.class,
    ProposeRedactionSlice.class,
    ConfirmRedactionSlice.class,
    ReadSealedDataSlice.class,
    ImportSlice.class,
    FilingSlice.class
})
public class CommandSideConfiguration {}
