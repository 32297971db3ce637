package org.stele.events.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.FilingId;
import org.stele.events.Sealed;
import org.stele.events.SubjectRef;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SealerTest {

    private static final FilingId FILING = FilingId.parse("a7e57a70-0000-4000-8000-000000000001");
    private static final FilingId OTHER_FILING = FilingId.parse("a7e57a70-0000-4000-8000-000000000002");
    private static final byte[] SECRET = new byte[Sealer.KEY_BYTES];

    private final Sealer sealer = new Sealer(SECRET);

    @Test
    void what_is_sealed_is_opened_by_the_key_for_its_filing() throws Exception {
        String text = "{\"ground\":\"REFUGEE_LAW\",\"summary\":\"Две особы, 두 사람\"}";

        assertThat(sealer.open(sealer.seal(text, FILING), FILING)).isEqualTo(text);
        assertThat(new Sealer(SECRET).open(sealer.seal("", FILING), FILING)).isEmpty();
    }

    @Test
    void another_program_opens_it_by_the_standard_alone() throws Exception {
        Sealed sealed = sealer.seal("{}", FILING);
        byte[] box = Base64.getDecoder().decode(sealed.box());
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(SECRET, "AES"), new GCMParameterSpec(128, box, 0, 12));
        cipher.updateAAD(FILING.toString().getBytes(StandardCharsets.US_ASCII));

        assertThat(new String(cipher.doFinal(box, 12, box.length - 12), StandardCharsets.UTF_8).strip())
                .isEqualTo("{}");
    }

    @Test
    void a_key_is_named_by_the_first_digits_of_its_digest() {
        // printf '\0%.0s' $(seq 32) | sha256sum
        assertThat(sealer.id()).isEqualTo("66687aadf862bd77");
        assertThat(sealer.seal("{}", FILING).key()).isEqualTo(sealer.id());
        assertThat(sealer).hasToString("Sealer[66687aadf862bd77]");
    }

    @Test
    void a_subject_has_one_tag_under_a_key_and_nothing_is_told_of_it() {
        SubjectRef subject = SubjectRef.parse("5b1e7a70-0000-4000-8000-000000000001");
        byte[] other = SECRET.clone();
        other[0] = 1;

        // Python: k = hmac.new(bytes(32), b"stele protection: subject tags", sha256).digest(); hmac.new(k, b"5b1e...",
        // sha256)
        assertThat(sealer.tag(subject))
                .isEqualTo(new SubjectTag(
                        0x371012c50d12bed4L, 0xe31b969048007e45L, 0x327fe47ee8fc9933L, 0x36a43a721bd9b34dL))
                .isEqualTo(new Sealer(SECRET).tag(subject))
                .isNotEqualTo(new Sealer(other).tag(subject))
                .isNotEqualTo(sealer.tag(SubjectRef.parse("5b1e7a70-0000-4000-8000-000000000002")))
                .hasToString("SubjectTag");
    }

    @Test
    void the_same_text_is_never_in_the_same_box() {
        assertThat(sealer.seal("{}", FILING).box())
                .isNotEqualTo(sealer.seal("{}", FILING).box());
    }

    @Test
    void the_length_of_a_box_tells_little() {
        int shorter = sealer.seal("a", FILING).box().length();

        assertThat(sealer.seal("a".repeat(256), FILING).box()).hasSize(shorter);
        assertThat(sealer.seal("a".repeat(257), FILING).box().length()).isGreaterThan(shorter);
    }

    @Test
    void another_filing_or_another_key_does_not_open_it() {
        Sealed sealed = sealer.seal("{}", FILING);
        byte[] other = Arrays.copyOf(new byte[] {1}, Sealer.KEY_BYTES);

        assertThatThrownBy(() -> sealer.open(sealed, OTHER_FILING)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> new Sealer(other).open(sealed, FILING))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining(sealer.id());
        assertThatThrownBy(() -> new Sealer(other).open(new Sealed(new Sealer(other).id(), sealed.box()), FILING))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_changed_bit_is_noticed_wherever_it_is() {
        Sealed sealed = sealer.seal("{}", FILING);
        byte[] box = Base64.getDecoder().decode(sealed.box());
        for (int index = 0; index < box.length; index++) {
            byte[] changed = box.clone();
            changed[index] ^= 1;
            Sealed other = new Sealed(sealed.key(), Base64.getEncoder().encodeToString(changed));

            assertThatThrownBy(() -> sealer.open(other, FILING)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void a_key_has_32_bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sealer(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sealer(new byte[33]));
    }
}
