package org.stele.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** What the operator says of a provider, and what is refused of it before anything starts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProviderSettingsTest {

    private static MockEnvironment environment(String issuer) {
        return new MockEnvironment()
                .withProperty("STELE_OIDC_ISSUER", issuer)
                .withProperty("STELE_OIDC_CLIENT_ID", "stele")
                .withProperty("STELE_OIDC_CLIENT_SECRET", "hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://login.example/realm", "http://127.0.0.1:9000", "http://localhost:9000"})
    void an_issuer_with_tls_and_one_on_this_machine_are_taken(String issuer) {
        assertThat(ProviderSettings.of(environment(issuer)).issuer()).isEqualTo(issuer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example", "ftp://login.example", "login.example", "https://"})
    void any_other_is_refused(String issuer) {
        assertThatThrownBy(() -> ProviderSettings.of(environment(issuer)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("STELE_OIDC_ISSUER");
    }

    @Test
    void what_is_missing_is_named_where_the_profile_is_on_and_secrets_are_not_printed() {
        MockEnvironment none = new MockEnvironment();
        OutsideProvider.requireReadable(none);
        none.setActiveProfiles("oidc");

        assertThatThrownBy(() -> OutsideProvider.requireReadable(none))
                .hasMessageContaining("STELE_OIDC_ISSUER is not set");
        assertThat(ProviderSettings.of(environment("https://login.example")).toString())
                .doesNotContain("hush");
    }
}
