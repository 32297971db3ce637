package org.stele.standalone.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.stele.standalone.home.Setting;

/** Whether the demonstration has accounts: on an embedded database, and at an address that this machine alone reaches. */
final class DemoAccountsAllowed implements Condition {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccountsAllowed.class);

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        if (environment.containsProperty(Setting.DATABASE)) {
            LOG.warn("The demonstration has no accounts here: STELE_DB_URL names a database of your own");
            return false;
        }
        String address = environment.getProperty("server.address", "");
        if (!isLoopback(address)) {
            LOG.warn("The demonstration has no accounts here: other machines reach {}", address);
            return false;
        }
        return true;
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
