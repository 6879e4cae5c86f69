package org.supervision.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.GroupPath;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.notification.DigestPolicy.Mention;
import org.supervision.notification.DigestPolicy.Window;
import org.supervision.notification.DigestStore.Composed;
import org.supervision.shared.DomainException;
import org.supervision.workflow.WaitingWorkItems;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItemSubjects.KeyTaskReference;
import org.supervision.workflow.WorkItemSubjects.Subject;

/**
 * The daily digests: one per recipient and day, whatever number of posts, work items and notices it gathers. Composed by
 * the process {@code daily-digest} only.
 */
@Service
@Transactional
public class Digests {

    /** Kind of the inbox entry that tells of a digest; not told again in the next. */
    static final String ENTRY = "daily-digest";

    /** What is due later is mentioned by no ladder's notice. */
    private static final Duration HORIZON = Duration.ofDays(45);

    private final DigestStore store;
    private final Messages messages;
    private final Channels channels;
    private final WaitingWorkItems workItems;
    private final Accounts accounts;
    private final OrgUnits units;
    private final NoticeWords words;
    private final DigestPolicy policy;
    private final NoticeRules rules;
    private final FirstTold firstTold;
    private final Clock clock;

    Digests(
            DigestStore store,
            Messages messages,
            Channels channels,
            WaitingWorkItems workItems,
            Accounts accounts,
            OrgUnits units,
            NoticeWords words,
            WorkingDays workingDays,
            NoticeRules rules,
            FirstTold firstTold,
            Clock clock) {
        this.store = store;
        this.messages = messages;
        this.channels = channels;
        this.workItems = workItems;
        this.accounts = accounts;
        this.units = units;
        this.words = words;
        this.policy = new DigestPolicy(workingDays);
        this.rules = rules;
        this.firstTold = firstTold;
        this.clock = clock;
    }

    /** One's own digest, in the language of the thread. */
    @Transactional(readOnly = true)
    public Digest get(long id, CurrentUser reader) {
        return new Digest(
                id,
                store.day(id, reader.username()).orElseThrow(() -> DomainException.notFound(id)),
                store.lines(id).stream()
                        .map(line -> new Digest.Line(
                                words.text("notification." + line.kind(), line.arguments()), line.link()))
                        .toList());
    }

    /** Composes what has not been told yet, for every government whose digests of today do not exist. */
    public void compose() {
        Instant now = clock.instant();
        Map<String, Window> windows = store.begin(now);
        if (!windows.isEmpty()) {
            words.inChinese(() -> {
                new Morning(windows, now).compose();
                return null;
            });
        }
    }

    /** One run: what is collected while the digests of a morning are composed. */
    private final class Morning {

        private final Map<String, Window> windows;
        private final Instant now;
        private final Map<String, ChannelSetting> settings;
        private final Map<String, Composed> byRecipient = new LinkedHashMap<>();
        private final Map<String, Account> holders = new HashMap<>();

        Morning(Map<String, Window> windows, Instant now) {
            this.windows = windows;
            this.now = now;
            this.settings =
                    channels.all().stream().collect(Collectors.toMap(ChannelSetting::government, setting -> setting));
        }

        void compose() {
            Map<String, Instant> since = windows.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().since()));
            List<WorkItem> items = workItems.begunOrDue(since, now.plus(HORIZON));
            addItems(items);
            store.untold(windows).forEach(untold -> of(untold.government(), untold.recipient())
                    .add(untold.line()));
            completeHolders();
            write();
        }

        private void addItems(List<WorkItem> items) {
            Map<String, Subject> subjects = workItems.describe(items);
            Map<String, OrgUnit> unitsOfItems = unitsOf(items);
            NoticeRules.Lookup notices = rules.lookup();
            FirstTold.Lookup first = firstTold.lookup(subjects.values().stream()
                    .map(Subject::keyTask)
                    .filter(Objects::nonNull)
                    .toList());
            Map<WorkItem, Mention> mentions = new LinkedHashMap<>();
            Map<WorkItem, List<String>> duties = new HashMap<>();
            List<WorkItem> importantFirst = items.stream()
                    .sorted(Comparator.comparing(
                            item -> !first.isImportant(subjects.get(item.id()).keyTask())))
                    .toList();
            for (WorkItem item : importantFirst) {
                KeyTaskReference keyTask = subjects.get(item.id()).keyTask();
                duties.put(item, first.usernames(item, keyTask));
                Window window = windows.get(item.government());
                policy.mention(item, about(item, keyTask), window, notices.of(item))
                        .ifPresent(mention -> mentions.put(item, mention));
                if (hasRobot(item.government())) {
                    policy.mention(item, aboutForGroup(item, keyTask, unitsOfItems), window, notices.of(item))
                            .map(Mention::line)
                            .filter(line -> !line.isWaiting())
                            .ifPresent(line -> of(item.government(), Recipients.robot(item.government()))
                                    .add(line));
                }
            }
            tellHolders(mentions, duties);
        }

        /** Whoever holds two of the posts is told once; where somebody is responsible, that person instead of all. */
        private void tellHolders(Map<WorkItem, Mention> mentions, Map<WorkItem, List<String>> duties) {
            Map<WorkItem, Set<GroupPath>> posts = new LinkedHashMap<>();
            mentions.forEach((item, mention) -> {
                Set<GroupPath> told = new LinkedHashSet<>(duties.get(item).isEmpty() ? item.candidates() : List.of());
                told.addAll(Audiences.posts(String.valueOf(item.government()), item.unit(), mention.audience()));
                posts.put(item, told);
            });
            Map<String, List<Account>> byPost =
                    holders(posts.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
            posts.forEach((item, told) -> Stream.concat(
                            duties.get(item).stream(),
                            told.stream()
                                    .flatMap(post -> byPost.getOrDefault(post.toString(), List.of()).stream())
                                    .map(Account::username))
                    .distinct()
                    .forEach(username -> of(item.government(), username)
                            .add(mentions.get(item).line())));
        }

        private DigestDraft of(@Nullable String government, String recipient) {
            return byRecipient
                    .computeIfAbsent(
                            recipient,
                            key -> new Composed(Objects.requireNonNull(government), recipient, new DigestDraft()))
                    .draft();
        }

        private Map<String, List<Account>> holders(Set<GroupPath> posts) {
            Map<String, List<Account>> byPost = new HashMap<>();
            if (!posts.isEmpty()) {
                for (Account account : accounts.membersOfAny(posts)) {
                    holders.put(account.username(), account);
                    account.groupPaths().forEach(path -> byPost.computeIfAbsent(path, key -> new ArrayList<>())
                            .add(account));
                }
            }
            return byPost;
        }

        /** Who is told of an entry only has not been met among the posts. */
        private void completeHolders() {
            List<String> unknown = byRecipient.keySet().stream()
                    .filter(Recipients::hasAccount)
                    .filter(username -> !holders.containsKey(username))
                    .toList();
            if (!unknown.isEmpty()) {
                accounts.named(unknown).forEach(account -> holders.put(account.username(), account));
            }
        }

        private Map<String, OrgUnit> unitsOf(List<WorkItem> items) {
            Set<String> codes = items.stream()
                    .filter(item -> hasRobot(item.government()))
                    .map(WorkItem::unit)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return codes.isEmpty() ? Map.of() : units.byCodes(codes);
        }

        private void write() {
            List<Composed> told =
                    byRecipient.values().stream().filter(this::isTold).toList();
            if (told.isEmpty()) {
                return;
            }
            Map<String, Long> ids = store.write(told, now);
            List<Composed> fresh = told.stream()
                    .filter(one -> ids.containsKey(one.recipient()))
                    .toList();
            store.writeEntries(
                    fresh.stream()
                            .filter(one -> Recipients.hasAccount(one.recipient())
                                    && one.draft().isPressing())
                            .toList(),
                    ids,
                    now);
            messages.prepareDigests(ids(fresh, ids, one -> isMailed(one)), ChannelKind.MAIL, now);
            messages.prepareDigests(
                    ids(fresh, ids, one -> one.recipient().equals(Recipients.robot(one.government()))),
                    ChannelKind.ROBOT,
                    now);
        }

        private List<Long> ids(
                Collection<Composed> composed,
                Map<String, Long> ids,
                java.util.function.Predicate<Composed> condition) {
            return composed.stream()
                    .filter(condition)
                    .map(one -> ids.get(one.recipient()))
                    .toList();
        }

        /** Whoever sees the portal only is told what presses; the rest stands there anyway. */
        private boolean isTold(Composed one) {
            return !one.draft().isEmpty() && (isMailed(one) || one.draft().isPressing());
        }

        private boolean isMailed(Composed one) {
            if (one.recipient().equals(Recipients.robot(one.government()))) {
                return false;
            }
            Account account = holders.get(one.recipient());
            boolean hasAddress =
                    Recipients.contactId(one.recipient()).isPresent() || account != null && account.mail() != null;
            return hasAddress && setting(one.government()).mail();
        }

        private boolean hasRobot(@Nullable String government) {
            return government != null && setting(government).robot() != null;
        }

        private ChannelSetting setting(String government) {
            return settings.getOrDefault(government, new ChannelSetting(government, false, null, null, null));
        }
    }

    private String about(WorkItem item, @Nullable KeyTaskReference keyTask) {
        return keyTask == null
                ? item.name()
                : words.text(
                        "notification.line.about",
                        String.valueOf(keyTask.number()),
                        NoticeFacts.shortened(keyTask.goal()),
                        item.name());
    }

    /** A group chat is run by somebody else: it is told numbers and units, never texts. */
    private String aboutForGroup(WorkItem item, @Nullable KeyTaskReference keyTask, Map<String, OrgUnit> unitsByCode) {
        OrgUnit unit = item.unit() == null ? null : unitsByCode.get(item.unit());
        return keyTask == null
                ? item.name()
                : words.text(
                        "notification.line.about-for-group",
                        String.valueOf(keyTask.number()),
                        unit == null ? "" : unit.name(),
                        item.name());
    }
}
