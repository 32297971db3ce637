package org.stele.identity.session;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.identity.accesslog.AccessLogSupport;
import org.stele.identity.passkey.PasskeyConfiguration;

/** Sign-in and sessions. */
@Configuration(proxyBeanMethods = false)
@Import({
    AccessLogSupport.class,
    SessionConfiguration.class,
    AccountBeans.class,
    PasskeyConfiguration.class,
    SignInConfiguration.class,
    RejectedRequests.class
})
public class SignInSupport {}
