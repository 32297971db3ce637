package org.stele.identity.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Where passkeys work. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RelyingPartyTest {

    @Test
    void without_a_name_of_its_own_passkeys_work_at_localhost_and_not_at_a_number() {
        RelyingParty party = RelyingParty.of(List.of(), "8080");

        assertThat(party.id()).isEqualTo("localhost");
        assertThat(party.elsewhere("http://localhost:8080")).isEmpty();
        assertThat(party.elsewhere("http://127.0.0.1:8080")).hasValue("http://localhost:8080");
        assertThat(RelyingParty.of(List.of("10.0.0.7", "[2001:db8::1]"), "80").origins())
                .containsExactly("http://localhost");
    }

    @Test
    void with_names_they_work_under_the_first_and_what_is_below_it_by_https() {
        RelyingParty party =
                RelyingParty.of(List.of("10.0.0.7", "Board.Example", "file.board.example", "x.example"), "8080");

        assertThat(party.id()).isEqualTo("board.example");
        assertThat(party.origins()).containsExactlyInAnyOrder("https://board.example", "https://file.board.example");
        assertThat(party.elsewhere("http://board.example")).hasValue("https://board.example");
        assertThat(party.elsewhere("https://x.example")).hasValue("https://board.example");
        assertThat(party.elsewhere("http://localhost:8080")).hasValue("https://board.example");
    }
}
