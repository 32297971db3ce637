package org.stele.command.filing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.stele.events.Actor;

/**
 * A code on a page that only this process could have written, for one form under one command id and for one reader. A page
 * of another site cannot read our pages, so it cannot know the code that a post needs.
 */
final class FormSeal {

    static final String FIELD = "seal";

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int SEAL_BYTES = 16;

    private final SecretKeySpec key;

    private FormSeal(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /** Pages that were open while the process restarted are shown once more before they are accepted. */
    static FormSeal ofThisProcess() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new FormSeal(key);
    }

    String of(Answers answers, Actor reader) {
        String sealed = answers.form().path() + '\n' + answers.commandId() + '\n' + reader;
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] seal = mac.doFinal(sealed.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(seal, SEAL_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    boolean isOn(Answers answers, Actor reader, @Nullable String posted) {
        return posted != null
                && MessageDigest.isEqual(
                        of(answers, reader).getBytes(StandardCharsets.UTF_8), posted.getBytes(StandardCharsets.UTF_8));
    }
}
