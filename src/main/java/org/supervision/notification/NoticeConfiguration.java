package org.supervision.notification;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** On which thread people are told, and that what failed is tried again. */
@Configuration(proxyBeanMethods = false)
@EnableAsync
@EnableScheduling
@EnableConfigurationProperties(NotificationProperties.class)
class NoticeConfiguration {

    static final String EXECUTOR = "noticeExecutor";

    private static final Logger log = LoggerFactory.getLogger(NoticeConfiguration.class);

    /** One thread: notices keep the order of their events and never take more than one connection. */
    @Bean(EXECUTOR)
    ThreadPoolTaskExecutor noticeExecutor() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("notice-");
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(10);
        return executor;
    }

    @Bean
    UndeliveredEvents undeliveredEvents(IncompleteEventPublications publications) {
        return new UndeliveredEvents(publications);
    }

    /** Events whose listener failed, for instance because the database was away. */
    static class UndeliveredEvents {

        private static final Duration AGE = Duration.ofMinutes(5);

        private final IncompleteEventPublications publications;

        UndeliveredEvents(IncompleteEventPublications publications) {
            this.publications = publications;
        }

        @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
        void tryAgain() {
            log.debug("Events older than {} that have not been dealt with are tried again", AGE);
            publications.resubmitIncompletePublicationsOlderThan(AGE);
        }
    }
}
