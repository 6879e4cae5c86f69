package org.supervision.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.supervision.notification.DeliveryFailedException.Reason;

/** Sends mails over SMTP, if the installation has a mail server. */
@Component
class MailChannel {

    private final ObjectProvider<JavaMailSender> senders;
    private final NotificationProperties properties;
    private final Outages outages;

    MailChannel(ObjectProvider<JavaMailSender> senders, NotificationProperties properties, Outages outages) {
        this.senders = senders;
        this.properties = properties;
        this.outages = outages;
    }

    boolean isConfigured() {
        return senders.getIfAvailable() != null && !properties.mailFrom().isBlank();
    }

    /** A repeated message carries the same Message-ID. */
    void send(OutgoingMessage message) {
        JavaMailSender sender = senders.getIfAvailable();
        if (sender == null || properties.mailFrom().isBlank()) {
            throw new DeliveryFailedException(Reason.CHANNEL_OFF, ChannelKind.MAIL.name());
        }
        String server = server(sender);
        outages.refuseDuring(server);
        try {
            sender.send(mail(sender, message));
            outages.end(server);
        } catch (MailException | MessagingException e) {
            throw failure(server, e);
        }
    }

    private MimeMessage mail(JavaMailSender sender, OutgoingMessage message) throws MessagingException {
        MimeMessage mail = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(properties.mailFrom());
        helper.setTo(message.address());
        helper.setSubject(message.subject());
        helper.setText(message.text());
        mail.setHeader("Message-ID", "<" + message.key() + "@" + domain() + ">");
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private String domain() {
        return properties.mailFrom().substring(properties.mailFrom().indexOf('@') + 1);
    }

    /** A server that has answered is asked again for the next message; one that has not is left alone for a while. */
    private DeliveryFailedException failure(String server, Exception e) {
        Exception cause =
                e instanceof MailSendException send && !send.getFailedMessages().isEmpty()
                        ? send.getFailedMessages().values().iterator().next()
                        : e;
        boolean unanswered = Stream.iterate((Throwable) cause, Objects::nonNull, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
        return unanswered
                ? outages.begin(server)
                : new DeliveryFailedException(Reason.REFUSED, String.valueOf(cause.getMessage()));
    }

    private static String server(JavaMailSender sender) {
        return sender instanceof JavaMailSenderImpl smtp ? smtp.getHost() + ":" + smtp.getPort() : "smtp";
    }
}
