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
    Rhythm auditRhythm(Sealer sealer, AuditRetention retention, HeadNotes notes) {
        return new Rhythm(sealer, retention, notes);
    }

    /** Nobody waits for a seal, and looking for entries that lack one costs next to nothing. */
    static class Rhythm {

        private final Sealer sealer;
        private final AuditRetention retention;
        private final HeadNotes notes;

        Rhythm(Sealer sealer, AuditRetention retention, HeadNotes notes) {
            this.sealer = sealer;
            this.retention = retention;
            this.notes = notes;
        }

        @Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT1S")
        void seal() {
            sealer.sealAll();
        }

        @Scheduled(initialDelayString = "PT1M", fixedDelayString = "P1D")
        void note() {
            notes.noteNowAndThen();
        }

        @Scheduled(cron = "0 30 3 * * *", zone = "Asia/Shanghai")
        void purge() {
            retention.purge();
        }
    }
}
