package org.supervision.notification;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;

/** The words of mails and group messages, in Chinese. */
@Component
class MessageTexts {

    private static final String MARKS = "[]()*_`<>#~!|\\@";
    private static final int TO_FULL_WIDTH = 0xFEE0;

    private final NoticeWords words;
    private final DateWords dates;
    private final NotificationProperties properties;

    MessageTexts(NoticeWords words, DateWords dates, NotificationProperties properties) {
        this.words = words;
        this.dates = dates;
        this.properties = properties;
    }

    String digestSubject(LocalDate day) {
        return words.inChinese(() -> words.text("notification.mail.digest-subject", dates.day(day)));
    }

    String urgentSubject() {
        return words.inChinese(() -> words.text("notification.mail.urgent-subject"));
    }

    /** Numbered lines between a salutation and the sender. */
    String mail(String name, String governmentName, List<DigestLine> lines) {
        return words.inChinese(() -> {
            List<String> text = new ArrayList<>();
            text.add(words.text("notification.mail.salutation", name));
            text.add("");
            for (int i = 0; i < lines.size(); i++) {
                text.add((i + 1) + ". " + line(lines.get(i)));
            }
            text.add("");
            text.add(
                    properties.portalAddress().isBlank()
                            ? words.text("notification.mail.where")
                            : words.text("notification.mail.where-at", properties.portalAddress()));
            text.add("");
            text.add(words.text("notification.mail.sender", governmentName));
            return String.join("\n", text);
        });
    }

    /** As many whole lines as a robot takes; the portal has all of them. */
    String group(String title, List<DigestLine> lines) {
        return words.inChinese(() -> {
            String tail = "\n\n" + words.text("notification.mail.where");
            StringBuilder text = new StringBuilder("### " + title + "\n");
            for (DigestLine line : lines) {
                String next = "\n- " + plain(line);
                if (bytes(text + next + tail) > RobotChannel.LONGEST_TEXT) {
                    break;
                }
                text.append(next);
            }
            return text + tail;
        });
    }

    /** Names and texts of people never become links, mentions or headings of the group's Markdown. */
    private String plain(DigestLine line) {
        List<Object> arguments = new ArrayList<>();
        line.arguments().forEach(each -> arguments.add(each instanceof String text ? unmarked(text) : each));
        return words.text("notification." + line.kind(), arguments);
    }

    /** With full-width signs instead: not every robot knows a way to escape them. */
    static String unmarked(String text) {
        StringBuilder plain = new StringBuilder();
        text.replaceAll("\\s+", " ")
                .replace("://", ":/ /")
                .chars()
                .forEach(sign -> plain.append((char) (MARKS.indexOf(sign) < 0 ? sign : sign + TO_FULL_WIDTH)));
        return plain.toString();
    }

    private String line(DigestLine line) {
        return words.text("notification." + line.kind(), line.arguments());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
