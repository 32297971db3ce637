package org.stele.command.access.accreditofficial;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.access.AccreditedAccounts;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.Role;
import org.stele.web.body.Body;

/** {@code POST /api/v1/accreditations} */
@Tag(name = "Access")
@RestController
final class AccreditOfficialEndpoint {

    private final CommandResponder responder;
    private final AccreditedAccounts accounts;

    AccreditOfficialEndpoint(CommandResponder responder, AccreditedAccounts accounts) {
        this.responder = responder;
        this.accounts = accounts;
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
        // The handler asks too; nobody else may learn which names are taken.
        asked.entry().requireRole(Role.REGISTRAR);
        AccreditOfficial command = new AccreditOfficial(
                asked.entry(),
                body.official(),
                AccreditedAccounts.role(body.role()),
                body.memberState(),
                body.body(),
                body.rootKey());
        String username = accounts.username(command.filing(), body.username(), body.official());
        ResponseEntity<CommandReceipt> recorded = responder.record(asked, body, command);
        CommandReceipt receipt = Objects.requireNonNull(recorded.getBody());
        accounts.open(receipt.id(), username, new Actor(command.official(), command.role(), command.memberState()));
        return ResponseEntity.status(recorded.getStatusCode())
                .headers(recorded.getHeaders())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Accredited(receipt, username, accounts.invite(receipt.id())));
    }

    /** Somebody to accredit. */
    record AccreditOfficialBody(
            @Schema(description = "Staff id, never a name") String official,

            @Schema(description = "In kebab case, such as signatory")
            String role,

            @Schema(description = "Of a role that acts for a State") @Nullable
            MemberState memberState,

            @Schema(description = "Of a monitor") @Nullable MonitoringBody body,

            @Schema(
                    description =
                            "The public half of the State's root key, in base64url, where it signs this; needed where STELE_ROOTS names a root of the State")
            @Nullable
            String rootKey,

            @Schema(description = "Of the account; the staff id in lower case where nothing is said") @Nullable
            String username)
            implements Body {}
}
