package org.supervision.audit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** When the trail is sealed. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(AuditProperties.class)
class AuditConfiguration {

    @Bean
    @ConditionalOnProperty("supervision.audit.sealing")
    SealingRhythm sealingRhythm(Sealer sealer) {
        return new SealingRhythm(sealer);
    }

    /** Nobody waits for a seal, and looking for entries that lack one costs next to nothing. */
    static class SealingRhythm {

        private final Sealer sealer;

        SealingRhythm(Sealer sealer) {
            this.sealer = sealer;
        }

        @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT1S")
        void seal() {
            sealer.sealAll();
        }
    }
}
