package io.keyledger.server.oauth.dpop;

import io.keyledger.query.oauth.ProofRegister;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The check of DPoP proofs. */
@Configuration(proxyBeanMethods = false)
class DPoPConfiguration {

    @Bean
    DPoPProofs dpopProofs(Clock clock, ProofRegister register) {
        return new DPoPProofs(clock, new RegisteredProofs(register));
    }

    @Bean
    RequestProofs requestProofs(DPoPProofs proofs) {
        return new RequestProofs(proofs);
    }
}
