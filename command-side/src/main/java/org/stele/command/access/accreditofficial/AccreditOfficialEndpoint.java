package org.stele.command.access.accreditofficial;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;

/** {@code POST /api/v1/accreditations} */
@Tag(name = "Access")
@RestController
final class AccreditOfficialEndpoint {

    private final Accrediting accrediting;

    AccreditOfficialEndpoint(Accrediting accrediting) {
        this.accrediting = accrediting;
    }

    /**
     * The receipt, and how the official gets in.
     *
     * @param invitation the path of a page that lets one person choose the account's password, once; null where one is chosen
     */
    record Accredited(
            @JsonUnwrapped CommandReceipt receipt,
            String username,
            @Nullable String invitation) {}

    @Operation(
            summary = "Accredit somebody for a role",
            description =
                    "For a registrar, and signed by the State's root where this ledger knows it (header Stele-Signature). The answer has an invitation, which is kept nowhere: hand it over, or ask again under the same key for another.")
    @Example(
            role = "registrar",
            refusals = {
                "422 not-accredited-for-prk",
                "422 panel-mandate-ended",
                "409 username-taken",
                "422 root-signature-missing"
            },
            body = """
                    {
                      "official": "NOR-PM-2",
                      "role": "signatory",
                      "memberState": "NOR"
                    }
                    """)
    @PostCommand("/api/v1/accreditations")
    ResponseEntity<Accredited> accreditOfficial(CommandRequest asked, @RequestBody AccreditOfficialBody body) {
        Accrediting.Accredited done = accrediting.accredit(asked, body);
        ResponseEntity<CommandReceipt> recorded = done.recorded();
        return ResponseEntity.status(recorded.getStatusCode())
                .headers(recorded.getHeaders())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Accredited(Objects.requireNonNull(recorded.getBody()), done.username(), done.invitation()));
    }
}
