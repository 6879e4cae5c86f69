package org.supervision.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.Governments;
import org.supervision.shared.DomainException;

/** The ways out of each government, set by the system administrator; none is open until somebody opens it. */
@Service
@Transactional
public class Channels {

    private static final Logger log = LoggerFactory.getLogger(Channels.class);

    private static final int LONGEST_SECRET = 200;

    private final JdbcClient jdbc;
    private final Governments governments;
    private final RobotAddressPolicy robotAddresses;
    private final MailChannel mail;
    private final SecretBox secrets;
    private final ApplicationEventPublisher events;

    Channels(
            JdbcClient jdbc,
            Governments governments,
            NotificationProperties properties,
            MailChannel mail,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.governments = governments;
        this.robotAddresses = new RobotAddressPolicy(properties.robotOrigins());
        this.mail = mail;
        this.secrets = new SecretBox(properties.secretKey());
        if (robotAddresses.allowsAny() && secrets.isOpen()) {
            log.warn("Keys of group robots are kept readable: supervision.notification.secret-key is not set");
        }
        this.events = events;
    }

    /** Whether the installation has a mail server. */
    public boolean mailIsConfigured() {
        return mail.isConfigured();
    }

    /** Whether the operator has named any server for robots. */
    public boolean robotsAreAllowed() {
        return robotAddresses.allowsAny();
    }

    @Transactional(readOnly = true)
    public ChannelSetting of(String government) {
        return jdbc.sql("select * from channel_setting where government = ?")
                .param(government)
                .query(this::setting)
                .optional()
                .orElse(new ChannelSetting(government, false, null, null, null));
    }

    @Transactional(readOnly = true)
    List<ChannelSetting> all() {
        return jdbc.sql("select * from channel_setting").query(this::setting).list();
    }

    /**
     * Opens and closes the ways out of a government.
     *
     * @param robot {@code null} closes the way to the group chat and forgets its address
     * @param robotUrl {@code null} keeps the address, which is never shown again
     * @param robotSecret {@code null} keeps the secret unless a new address comes
     */
    public ChannelSetting set(
            String government,
            boolean mailOn,
            @Nullable RobotKind robot,
            @Nullable String robotUrl,
            @Nullable String robotSecret) {
        governments.get(government);
        ChannelSetting before = of(government);
        ChannelSetting after = robot == null
                ? new ChannelSetting(government, mailOn, null, null, null)
                : withRobot(before, mailOn, robot, robotUrl, robotSecret);
        if (mailOn && !mail.isConfigured()) {
            throw DomainException.invalidField("mail", "notification.channels.error.mail-server");
        }
        jdbc.sql(
                        """
                        insert into channel_setting (government, mail, robot, robot_url, robot_secret)
                        values (?, ?, ?, ?, ?)
                        on conflict (government) do update set mail = excluded.mail, robot = excluded.robot,
                            robot_url = excluded.robot_url, robot_secret = excluded.robot_secret""")
                .params(
                        government,
                        after.mail(),
                        robot == null ? null : robot.name(),
                        secrets.close(after.robotUrl(), government),
                        secrets.close(after.robotSecret(), government))
                .update();
        events.publishEvent(new ChannelsChanged(
                government,
                String.valueOf(before.mail()),
                String.valueOf(after.mail()),
                String.valueOf(before.robot()),
                String.valueOf(after.robot())));
        return after;
    }

    private ChannelSetting withRobot(
            ChannelSetting before,
            boolean mailOn,
            RobotKind robot,
            @Nullable String robotUrl,
            @Nullable String robotSecret) {
        String url = robotUrl == null ? before.robotUrl() : robotUrl.strip();
        if (url == null || !robotAddresses.allows(url)) {
            throw DomainException.invalidField("robotUrl", "notification.channels.error.robot-url");
        }
        String secret = robotSecret != null || robotUrl != null ? robotSecret : before.robotSecret();
        if (secret != null && secret.length() > LONGEST_SECRET) {
            throw DomainException.invalidField("robotSecret", "notification.channels.error.robot-secret");
        }
        return new ChannelSetting(before.government(), mailOn, robot, url, secret);
    }

    private ChannelSetting setting(ResultSet row, int index) throws SQLException {
        String government = row.getString("government");
        String robot = row.getString("robot");
        return new ChannelSetting(
                government,
                row.getBoolean("mail"),
                robot == null ? null : RobotKind.valueOf(robot),
                secrets.open(row.getString("robot_url"), government),
                secrets.open(row.getString("robot_secret"), government));
    }
}
