package org.stele.command.filing;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.http.ReceiptDesk;

/** The forms as an application takes them in. */
@Configuration(proxyBeanMethods = false)
@Import(FilingController.class)
public class FilingSlice {

    @Bean
    FilingDesk filingDesk(ReceiptDesk receipts, Clock clock) {
        return new FilingDesk(receipts, clock);
    }

    @Bean
    SameOrigin sameOrigin(@Value("${STELE_TRUSTED_PROXY:#{null}}") @Nullable String trustedProxy) {
        return new SameOrigin(trustedProxy);
    }
}
