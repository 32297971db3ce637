package org.stele.identity.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.stele.identity.account.Account;
import org.stele.ledger.submitter.SigningKey;

/** The passkeys of all accounts, in PostgreSQL. Safe for all threads. */
public final class Passkeys implements UserCredentialRepository {

    /** How many passkeys an account may have. */
    public static final int MOST = 20;

    private final JdbcClient jdbc;

    Passkeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A passkey as its owner sees it.
     *
     * @param publicKey as a State's root enrols it (docs/spec/submitters.md, section 4); null of a kind that signs no filings
     */
    public record Listed(
            String id,
            String label,
            Instant createdAt,
            Instant lastUsedAt,
            @Nullable String publicKey) {}

    /** The passkeys of an account, the newest first. */
    public List<Listed> list(Account account) {
        return findByUserId(PasskeyOwners.handle(account.id())).stream()
                .map(key -> new Listed(
                        key.getCredentialId().toBase64UrlString(),
                        key.getLabel(),
                        key.getCreated(),
                        key.getLastUsed(),
                        publicKey(key.getPublicKey().getBytes())))
                .toList();
    }

    private static @Nullable String publicKey(byte[] cose) {
        try {
            return SigningKey.ofCose(cose).toString();
        } catch (IllegalArgumentException e) {
            return null; // Another algorithm signs in, and nothing else.
        }
    }

    /** Removes a passkey of this account; another account's is left as it is. */
    public boolean remove(Account account, String id) {
        return jdbc.sql("DELETE FROM identity.passkey WHERE credential_id = :id AND account = :account")
                        .param("id", id)
                        .param("account", account.id())
                        .update()
                == 1;
    }

    @Override
    public void delete(Bytes credentialId) {
        throw new UnsupportedOperationException("A passkey is removed together with the name of its account");
    }

    /** A new one was used by being made. One that was removed while it was used stays removed. */
    @Override
    public void save(CredentialRecord key) {
        if (key.getLastUsed().equals(key.getCreated())) {
            insert(key);
        } else {
            update(key);
        }
    }

    private void update(CredentialRecord key) {
        jdbc.sql("""
                        UPDATE identity.passkey
                        SET signature_count = :count, backed_up = :backedUp, last_used_at = :lastUsedAt
                        WHERE credential_id = :id
                        """)
                .param("count", key.getSignatureCount())
                .param("backedUp", key.isBackupState())
                .param("lastUsedAt", utc(key.getLastUsed()))
                .param("id", key.getCredentialId().toBase64UrlString())
                .update();
    }

    private void insert(CredentialRecord key) {
        jdbc.sql("""
                        INSERT INTO identity.passkey (credential_id, account, public_key, signature_count, user_verified,
                            backup_eligible, backed_up, transports, attestation_object, attestation_client_data,
                            label, created_at, last_used_at)
                        VALUES (:id, :account, :publicKey, :count, :userVerified, :backupEligible, :backedUp, :transports,
                            :attestation, :clientData, :label, :createdAt, :lastUsedAt)
                        """)
                .param("id", key.getCredentialId().toBase64UrlString())
                .param("account", PasskeyOwners.account(key.getUserEntityUserId()))
                .param("publicKey", key.getPublicKey().getBytes())
                .param("count", key.getSignatureCount())
                .param("userVerified", key.isUvInitialized())
                .param("backupEligible", key.isBackupEligible())
                .param("backedUp", key.isBackupState())
                .param(
                        "transports",
                        key.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .param("attestation", bytes(key.getAttestationObject()))
                .param("clientData", bytes(key.getAttestationClientDataJSON()))
                .param("label", key.getLabel())
                .param("createdAt", utc(key.getCreated()))
                .param("lastUsedAt", utc(key.getLastUsed()))
                .update();
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return Objects.requireNonNull(bytes).getBytes();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql("""
                        SELECT credential_id, account, public_key, signature_count, user_verified, backup_eligible, backed_up,
                            transports, attestation_object, attestation_client_data, label, created_at, last_used_at
                        FROM identity.passkey WHERE credential_id = :id
                        """)
                .param("id", credentialId.toBase64UrlString())
                .query((row, _) -> passkey(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql("""
                        SELECT credential_id, account, public_key, signature_count, user_verified, backup_eligible, backed_up,
                            transports, attestation_object, attestation_client_data, label, created_at, last_used_at
                        FROM identity.passkey WHERE account = :account ORDER BY created_at DESC, credential_id LIMIT 100
                        """)
                .param("account", PasskeyOwners.account(handle))
                .query((row, _) -> passkey(row))
                .list();
    }

    private static CredentialRecord passkey(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialId(Bytes.fromBase64(row.getString("credential_id")))
                .userEntityUserId(PasskeyOwners.handle(row.getObject("account", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("user_verified"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .transports(transports(row.getString("transports")))
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .attestationClientDataJSON(new Bytes(row.getBytes("attestation_client_data")))
                .label(row.getString("label"))
                .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("last_used_at", OffsetDateTime.class).toInstant())
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
