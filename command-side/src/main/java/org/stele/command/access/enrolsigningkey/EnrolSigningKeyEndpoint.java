package org.stele.command.access.enrolsigningkey;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.access.SignedStatement;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.PostCommand;
import org.stele.events.access.SigningKeyEnrolled;

/** {@code POST /api/v1/signing-keys} */
@Tag(name = "Access")
@RestController
final class EnrolSigningKeyEndpoint {

    private final CommandResponder responder;

    EnrolSigningKeyEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(
            summary = "Enrol a key that signs for a role of a State",
            description =
                    "The body is the file that 'stele-verify sign enrol' writes, signed by the State's root key. Sent by a "
                            + "registrar or an official of the State, with the header Idempotency-Key. 422 signature-invalid where "
                            + "the signature does not hold, or the key is enrolled or was revoked; 422 root-unknown where STELE_ROOTS names no root of the State.")
    @PostCommand("/api/v1/signing-keys")
    ResponseEntity<CommandReceipt> enrolSigningKey(CommandRequest asked, @RequestBody SignedStatement body) {
        CommandContext entry = body.signed(asked.entry());
        SigningKeyEnrolled statement =
                body.event(SigningKeyEnrolled.class, "access.SigningKeyEnrolled", "enrolledOn", entry.today());
        return responder.record(asked, body, new EnrolSigningKey(entry, statement));
    }
}
