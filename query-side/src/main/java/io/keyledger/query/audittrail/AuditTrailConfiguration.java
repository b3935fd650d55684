package io.keyledger.query.audittrail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The beans of the audit trail. */
@Configuration(proxyBeanMethods = false)
public class AuditTrailConfiguration {

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc, JsonMapper mapper) {
        AuditRow row = new AuditRow(mapper);
        return new AuditTrail(new AuditTable(jdbc, row), new SearchTable(jdbc, row));
    }

    @Bean
    AuditTrailProjection auditTrailProjection(JdbcClient jdbc, JsonMapper mapper) {
        return new AuditTrailProjection(new AuditTable(jdbc, new AuditRow(mapper)));
    }
}
