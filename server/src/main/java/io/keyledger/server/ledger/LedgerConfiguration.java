package io.keyledger.server.ledger;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/**
 * Axon on PostgreSQL. What the starter would get wrong is a bean of ours here: it orders itself by
 * class names that Spring Boot 4 no longer has, and would silently run without transactions.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:axon.properties")
@Import({StoreConfiguration.class, CommandConfiguration.class, ProcessorConfiguration.class})
public class LedgerConfiguration {}
