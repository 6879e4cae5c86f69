package org.supervision.audit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** When the trail is sealed, and when what is too old is removed. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(AuditProperties.class)
class AuditConfiguration {

    @Bean
    @ConditionalOnProperty("supervision.audit.sealing")
    Rhythm auditRhythm(Sealer sealer, AuditRetention retention) {
        return new Rhythm(sealer, retention);
    }

    /** Nobody waits for a seal, and looking for entries that lack one costs next to nothing. */
    static class Rhythm {

        private final Sealer sealer;
        private final AuditRetention retention;

        Rhythm(Sealer sealer, AuditRetention retention) {
            this.sealer = sealer;
            this.retention = retention;
        }

        @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT1S")
        void seal() {
            sealer.sealAll();
        }

        @Scheduled(cron = "0 30 3 * * *", zone = "Asia/Shanghai")
        void purge() {
            retention.purge();
        }
    }
}
