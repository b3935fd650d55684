package io.keyledger.server.forgetting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When what has expired is forgotten.
 *
 * @param after how long after its expiry; until then a token is told to be expired, and from then
 *     on to be unknown, which looks alike to its client
 */
@ConfigurationProperties("keyledger.forgetting")
record ForgettingProperties(@DefaultValue("24h") Duration after) {}
