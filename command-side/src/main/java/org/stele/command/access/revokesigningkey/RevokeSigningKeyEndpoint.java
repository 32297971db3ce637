package org.stele.command.access.revokesigningkey;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.access.SignedStatement;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.entry.Rejected;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.events.Role;
import org.stele.events.access.SigningKeyRevoked;

/** {@code POST /api/v1/signing-keys/{key}/revocation} */
@Tag(name = "Access")
@RestController
final class RevokeSigningKeyEndpoint {

    private final CommandResponder responder;

    RevokeSigningKeyEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(
            summary = "Revoke a key",
            description =
                    "The body is the file that 'stele-verify sign revoke' writes, signed by the State's root key; the id is that of the key. "
                            + "Sent by a registrar or an official of the State, with the header Idempotency-Key. What the key signed before stands.")
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
                            "reason": "REPLACED",
                            "rootKey": "MCowBQYDK2VwAyEA"
                          },
                          "type": "access.SigningKeyRevoked",
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
    @PostCommand("/api/v1/signing-keys/{key}/revocation")
    ResponseEntity<CommandReceipt> revokeSigningKey(
            CommandRequest asked, @PathVariable String key, @RequestBody SignedStatement body) {
        // Nobody else makes this server read a statement.
        asked.entry().requireRole(Role.REGISTRAR, Role.FOCAL_POINT, Role.SIGNATORY);
        CommandContext entry = body.signed(asked.entry());
        SigningKeyRevoked statement =
                body.event(SigningKeyRevoked.class, "access.SigningKeyRevoked", "revokedOn", entry.today());
        if (!statement.key().hex().equals(key)) {
            throw Rejected.malformed(
                    "key",
                    "The statement is about the key %s, and the address about another."
                            .formatted(statement.key().hex()));
        }
        return responder.record(asked, body, new RevokeSigningKey(entry, statement));
    }
}
