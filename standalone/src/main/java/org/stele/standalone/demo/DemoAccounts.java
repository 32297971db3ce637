package org.stele.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.stele.command.access.accreditofficial.AccreditOfficial;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Commands;
import org.stele.command.entry.Rejected;
import org.stele.command.submitters.SubmitterRules;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.NewYork;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.eventstore.home.SafeFile;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;
import org.stele.identity.account.SecretText;
import org.stele.identity.page.DemoSignIn;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts of the demonstration, one a role, and for three States where the role is one of a State. Their passwords and tokens
 * are random and in a file of the home that its owner alone can read.
 */
final class DemoAccounts implements DemoSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<MemberState> STATES = List.of(MemberState.RUS, MemberState.NOR, MemberState.MOZ);

    /**
     * An entry of the file.
     *
     * @param state null for a role of no State
     * @param token sent after the word Bearer
     */
    record Entry(
            @JsonProperty("username") String username,
            @JsonProperty("password") String password,
            @JsonProperty("role") String role,
            @JsonProperty("state") @Nullable String state,
            @JsonProperty("token") String token) {

        Actor actor() {
            MemberState of = state == null ? null : MemberState.find(state).orElseThrow();
            return new Actor("demo-" + username, Role.find(role).orElseThrow(), of);
        }

        /** Omits the secrets: records print their fields. */
        @Override
        public String toString() {
            return username;
        }
    }

    private final Path file;
    private final Commands commands;
    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final Clock clock = Clock.systemUTC();
    private volatile List<Trial> trials = List.of();

    DemoAccounts(Path file, Commands commands, Accounts accounts, PasswordEncoder encoder) {
        this.file = file;
        this.commands = commands;
        this.accounts = accounts;
        this.encoder = encoder;
    }

    @Override
    public List<Trial> trials() {
        return trials;
    }

    /**
     * Opens the accounts that do not exist. The file is written first: a start that is broken off goes on with the same
     * passwords.
     */
    void open() throws IOException {
        if (!Files.exists(file)) {
            SafeFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(entries()));
        }
        List<Entry> entries = List.of(JSON.readValue(Files.readAllBytes(file), Entry[].class));
        trials = entries.stream()
                .filter(this::isOpened)
                .map(entry -> new Trial(entry.username(), entry.password(), entry.actor()))
                .toList();
    }

    /** A State whose root is named accredits its officials itself. */
    private boolean isOpened(Entry entry) {
        try {
            open(entry);
            return true;
        } catch (Rejected refused) {
            if (!refused.code().equals(SubmitterRules.ROOT_SIGNATURE_MISSING)) {
                throw refused;
            }
            LOG.info(
                    "The demonstration has no account {}: STELE_ROOTS names a root of {}, which has to accredit its officials",
                    entry.username(),
                    entry.state());
            return false;
        }
    }

    /** Where the file was lost, the account takes the password and the token of the new one. */
    private void open(Entry entry) {
        SecretText token = new SecretText(entry.token());
        if (accounts.findByToken(token, Instant.now(clock)).isPresent()) {
            return;
        }
        UUID accreditation = accredited(entry);
        Account account = accounts.find(accreditation)
                .orElseGet(() -> accounts.open(accreditation, entry.username(), entry.actor(), null));
        accounts.renew(account, encoder.encode(entry.password()), token);
    }

    /** By the registrar of the demonstration, on record. */
    private UUID accredited(Entry entry) {
        Actor actor = entry.actor();
        CommandContext by = new CommandContext(
                DemoFiles.REGISTRAR,
                new CommandId(UUID.nameUUIDFromBytes(("demo account " + entry.username()).getBytes(UTF_8))),
                NewYork.today(clock));
        AccreditOfficial command = new AccreditOfficial(
                by,
                actor.staffId(),
                actor.role(),
                actor.memberState(),
                actor.role() == Role.MONITOR ? MonitoringBody.MSMT : null);
        commands.send(command, Sha256Digest.of(entry.username().getBytes(UTF_8)));
        return command.filing().value();
    }

    private static List<Entry> entries() {
        SecureRandom random = new SecureRandom();
        List<Entry> entries = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role.isOfMemberState()) {
                STATES.forEach(state -> entries.add(entry(role, state, random)));
            } else {
                entries.add(entry(role, null, random));
            }
        }
        return entries;
    }

    private static Entry entry(Role role, @Nullable MemberState state, SecureRandom random) {
        String iso3 = state == null ? null : state.iso3();
        return new Entry(
                iso3 == null ? role.id() : role.id() + "-" + iso3.toLowerCase(java.util.Locale.ROOT),
                SecretText.random("", random).text(),
                role.id(),
                iso3,
                SecretText.random("stele-", random).text());
    }
}
