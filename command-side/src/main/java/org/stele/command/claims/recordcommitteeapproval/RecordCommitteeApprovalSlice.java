package org.stele.command.claims.recordcommitteeapproval;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(RecordCommitteeApprovalEndpoint.class)
public class RecordCommitteeApprovalSlice {

    @Bean
    AxonModule recordCommitteeApproval() {
        return AxonModule.of(new RecordCommitteeApprovalHandler());
    }
}
