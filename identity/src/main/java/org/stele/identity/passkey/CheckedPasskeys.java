package org.stele.identity.passkey;

import java.nio.ByteBuffer;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;

/**
 * Spring Security's checks, and two of WebAuthn Level 3, section 7.2, that it leaves out: a passkey that names its owner names
 * the one that is on record, and a count of signatures that does not grow shows that the passkey was copied.
 */
final class CheckedPasskeys implements WebAuthnRelyingPartyOperations {

    /** Where authenticator data hold the count, after the digest of the relying party's id and the flags. */
    private static final int COUNT_AT = 33;

    private final WebAuthnRelyingPartyOperations operations;
    private final UserCredentialRepository passkeys;

    CheckedPasskeys(WebAuthnRelyingPartyOperations operations, UserCredentialRepository passkeys) {
        this.operations = operations;
        this.passkeys = passkeys;
    }

    @Override
    public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
        CredentialRecord key =
                passkeys.findByCredentialId(request.getPublicKey().getRawId());
        AuthenticatorAssertionResponse response = request.getPublicKey().getResponse();
        if (key != null) {
            requireOwner(key, response);
            requireGrowth(key, response);
        }
        return operations.authenticate(request);
    }

    private static void requireOwner(CredentialRecord key, AuthenticatorAssertionResponse response) {
        Bytes owner = response.getUserHandle();
        if (owner != null && !owner.equals(key.getUserEntityUserId())) {
            throw new BadCredentialsException("The passkey names another owner than the one on record");
        }
    }

    private static void requireGrowth(CredentialRecord key, AuthenticatorAssertionResponse response) {
        byte[] data = response.getAuthenticatorData().getBytes();
        if (data.length < COUNT_AT + Integer.BYTES) {
            throw new BadCredentialsException("The authenticator data are too short");
        }
        long count = Integer.toUnsignedLong(ByteBuffer.wrap(data).getInt(COUNT_AT));
        if ((count != 0 || key.getSignatureCount() != 0) && count <= key.getSignatureCount()) {
            throw new BadCredentialsException("The passkey's count of signatures did not grow: it was copied");
        }
    }

    @Override
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
        return operations.registerCredential(request);
    }

    @Override
    public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
            PublicKeyCredentialCreationOptionsRequest request) {
        return operations.createPublicKeyCredentialCreationOptions(request);
    }

    @Override
    public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
            PublicKeyCredentialRequestOptionsRequest request) {
        return operations.createCredentialRequestOptions(request);
    }
}
