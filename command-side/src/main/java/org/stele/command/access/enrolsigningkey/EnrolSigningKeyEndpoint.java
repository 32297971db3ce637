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
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.events.Role;
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
    @Example(
            role = "registrar",
            refusals = {"422 root-signature-missing"},
            body = """
                    {
                      "filings": [
                        {
                          "content": {
                            "memberState": "NOR",
                            "key": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                            "publicKey": "MCowBQYDK2VwAyEA", "role": "SIGNATORY",
                            "label": "Mission, desk 2", "form": "JWS",
                            "rootKey": "MCowBQYDK2VwAyEA"
                          },
                          "type": "access.SigningKeyEnrolled",
                          "typeVersion": "1"
                        }
                      ],
                      "signature": {
                        "signatureForm": "jws@v1",
                        "signatureKey": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                        "signatureRole": "root",
                        "signatureNonce": "AAAA",
                        "signature": "header..signature"
                      }
                    }
                    """)
    @PostCommand("/api/v1/signing-keys")
    ResponseEntity<CommandReceipt> enrolSigningKey(CommandRequest asked, @RequestBody SignedStatement body) {
        // Nobody else makes this server read a statement.
        asked.entry().requireRole(Role.REGISTRAR, Role.FOCAL_POINT, Role.SIGNATORY);
        CommandContext entry = body.signed(asked.entry());
        SigningKeyEnrolled statement =
                body.event(SigningKeyEnrolled.class, "access.SigningKeyEnrolled", "enrolledOn", entry.today());
        return responder.record(asked, body, new EnrolSigningKey(entry, statement));
    }
}
