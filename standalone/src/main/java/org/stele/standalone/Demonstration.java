package org.stele.standalone;

import java.util.Arrays;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.stele.standalone.home.Misconfigured;
import org.stele.standalone.home.Setting;

/**
 * Whether the demonstration's filings are entered. They cannot be removed: into an operator's own database they are
 * entered only on request.
 */
final class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final String PROFILE = "demo";
    private static final String NONE = "no-demo";

    private Demonstration() {}

    /** Decides before the application context is created. */
    static void settle(ConfigurableEnvironment environment, Map<String, String> variables) {
        String asked = variables.get(Setting.DEMO);
        boolean isExternal = variables.containsKey(Setting.DATABASE);
        if (asked != null && !asked.equals("true") && !asked.equals("false")) {
            throw new Misconfigured("STELE_DEMO: expected true or false, got '%s'. Correct it.".formatted(asked));
        }
        if ("true".equals(asked)) {
            environment.addActiveProfile(PROFILE);
        } else if ("false".equals(asked) || (isExternal && !isActive(environment))) {
            environment.setDefaultProfiles(NONE);
            LOG.info(
                    "The demonstration's filings are not entered{}",
                    isExternal
                            ? ": STELE_DB_URL names a database of your own, and they would stay there for ever."
                                    + " STELE_DEMO=true enters them"
                            : "");
        }
    }

    private static boolean isActive(ConfigurableEnvironment environment) {
        return Arrays.asList(environment.getActiveProfiles()).contains(PROFILE);
    }
}
