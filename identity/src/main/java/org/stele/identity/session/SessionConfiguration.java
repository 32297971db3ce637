package org.stele.identity.session;

import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Sessions in PostgreSQL, which every node reads. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);

    static final String COOKIE = "stele-session";

    /** @param idle STELE_SESSION_IDLE: after how long without a request a session ends */
    @Bean
    JdbcIndexedSessionRepository sessionRepository(
            @Qualifier("identityDataSource") DataSource database, @Value("${stele.session.idle:30m}") Duration idle) {
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcIndexedSessionRepository sessions =
                new JdbcIndexedSessionRepository(new JdbcTemplate(database), transactions);
        sessions.setTableName("identity.session");
        sessions.setDefaultMaxInactiveInterval(idle);
        sessions.setConversionService(attributesAsJson());
        return sessions;
    }

    @Bean
    Sessions sessions(JdbcIndexedSessionRepository repository) {
        return new Sessions(repository);
    }

    /** JSON of a closed list of classes: whoever can write the table must not be able to run code by it. */
    private static GenericConversionService attributesAsJson() {
        // Of all of Spring Security's modules, this one is not found by itself.
        WebauthnJacksonModule passkeys = new WebauthnJacksonModule();
        BasicPolymorphicTypeValidator.Builder allowed = BasicPolymorphicTypeValidator.builder();
        passkeys.configurePolymorphicTypeValidator(allowed);
        JsonMapper json = JsonMapper.builder()
                .addModules(SecurityJacksonModules.getModules(SessionConfiguration.class.getClassLoader(), allowed))
                .addModule(passkeys)
                .build();
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, json::writeValueAsBytes);
        conversion.addConverter(byte[].class, Object.class, bytes -> attribute(json, bytes));
        return conversion;
    }

    /** What this program did not write is no attribute: whoever has such a session is not signed in. */
    private static Object attribute(JsonMapper json, byte[] bytes) {
        try {
            return json.readValue(bytes, Object.class);
        } catch (JacksonException e) {
            LOG.warn(
                    "A session holds what was not written here, and is not believed: {}",
                    e.getClass().getSimpleName());
            return new SecurityContextImpl();
        }
    }

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setCookiePath("/");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        return cookie;
    }
}
