package org.supervision.keytask;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.Indicator.Commitment;
import org.supervision.keytask.Indicator.Comparator;
import org.supervision.keytask.Indicator.Group;
import org.supervision.keytask.Indicator.Period;

/** Reads the figures of one sentence from left to right: a name, a verb or a period holds until another is said. */
final class SentenceReader {

    private static final String CLAUSE_ENDS = ",;:";
    private static final Pattern RESPECTIVELY = IndicatorWords.pattern("respectively");
    private static final Pattern EACH =
            Pattern.compile(IndicatorWords.anyOf("each") + IndicatorWords.anyOf("tie") + "*$");

    private static final Pattern EVERY = IndicatorWords.pattern("every one");

    private final PlainText text;
    private final int start;
    private final int end;
    private final IndicatorQuestions questions;
    private final TargetPolicy targets;
    private final Commitment.@Nullable Obligation obligation;
    private final List<Wording.Placed> periods;
    private final List<FoundIndicator> found = new ArrayList<>();

    private @Nullable Figure last;
    private String lastName = "";
    private Indicator.@Nullable Base lastBase;
    private Commitment.Strength lastStrength = Commitment.Strength.PLAIN;
    private List<String> inTurn = List.of();
    private String leadOfAll = "";
    private int turn;

    SentenceReader(PlainText text, int start, int end, IndicatorQuestions questions) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.questions = questions;
        String sentence = text.words.substring(start, end);
        this.obligation = Wording.obligation(sentence);
        this.periods = Wording.periods(sentence);
        this.targets = new TargetPolicy(text);
    }

    List<FoundIndicator> read(List<Figure> figures) {
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            int begin = beginOf(figure);
            Figure next = i + 1 < figures.size() ? figures.get(i + 1) : null;
            if (targets.isTarget(figure, text.words.substring(begin, figure.start()), next)) {
                read(figure, begin, figures.subList(i, figures.size()));
                last = figure;
            }
        }
        found.addAll(new Unquantified(text, start, end, found, periods, obligation).read());
        return found;
    }

    /** Behind the end of the clause before, or the target before if that is nearer. */
    private int beginOf(Figure figure) {
        int begin = last == null ? start : last.end();
        for (int i = begin; i < figure.start(); i++) {
            if (CLAUSE_ENDS.indexOf(text.open.charAt(i)) >= 0) {
                begin = i + 1;
            }
        }
        return begin;
    }

    private void read(Figure figure, int begin, List<Figure> andFollowing) {
        boolean sameClause = last != null && begin == last.end();
        String all = text.words.substring(begin, figure.start());
        String words = sameClause ? IndicatorNames.goneOn(behindLastNoun(all)) : all;
        if (takesAsStretch(figure)) {
            return;
        }
        Matcher respectively = RESPECTIVELY.matcher(words);
        Matcher each = EACH.matcher(words);
        if (respectively.find()) {
            List<String> named = IndicatorNames.members(IndicatorNames.in(words.substring(0, respectively.start())));
            inTurn = named.isEmpty() && inTurn.size() == runLength(andFollowing) ? inTurn : named;
            leadOfAll = words.substring(respectively.end());
            turn = 0;
            takeTurn(figure, begin, words, andFollowing);
        } else if (turn > 0 && sameClause && IndicatorNames.in(words).isEmpty()) {
            takeTurn(figure, begin, words, andFollowing);
        } else if (each.find()) {
            endTurns();
            List<String> members = IndicatorNames.members(IndicatorNames.in(words.substring(0, each.start())));
            Group group = new Group(Group.Kind.EACH, members);
            for (String member : members.isEmpty() ? List.of(lastName) : members) {
                add(figure, begin, words, member, group, sameClause, Set.of());
            }
        } else {
            endTurns();
            String name = name(figure, words);
            List<String> members = IndicatorNames.members(name);
            Group group = members.size() > 1
                    ? new Group(Group.Kind.JOINT, members)
                    : EVERY.matcher(words).find() ? new Group(Group.Kind.EACH, List.of()) : Group.SINGLE;
            add(figure, begin, words, name, group, sameClause, Set.of());
        }
    }

    /** What was counted behind the figure before is no part of the next one's name. */
    private String behindLastNoun(String words) {
        String noun = last == null ? "" : targets.nounBehind(last);
        boolean another = !noun.isEmpty()
                && IndicatorNames.said(noun).equals(lastName)
                && words.startsWith(noun)
                && words.length() > noun.length();
        return another ? words.substring(noun.length()) : words;
    }

    /** A second figure that is only aspired to belongs to the one before it. */
    private boolean takesAsStretch(Figure figure) {
        if (last == null || !last.unit().equals(figure.unit()) || last.scale() != figure.scale()) {
            return false;
        }
        FoundIndicator before = found.get(found.size() - 1);
        if (before.indicator().stretchValue() != null
                || !Wording.isAspired(text.words.substring(last.end(), figure.start()))) {
            return false;
        }
        found.set(
                found.size() - 1,
                new FoundIndicator(
                        before.indicator().withStretch(figure.low()),
                        before.start(),
                        text.end(figure.end()),
                        before.questions()));
        return true;
    }

    private void takeTurn(Figure figure, int begin, String words, List<Figure> andFollowing) {
        boolean named = turn < inTurn.size();
        boolean complete = named && (turn > 0 || runLength(andFollowing) == inTurn.size());
        String lead = turn == 0 ? leadOfAll : words.isEmpty() ? leadOfAll : words;
        add(
                figure,
                begin,
                lead,
                named ? inTurn.get(turn) : lastName,
                new Group(Group.Kind.RESPECTIVELY, inTurn),
                turn > 0,
                complete ? Set.of() : EnumSet.of(IndicatorQuestion.GROUP));
        turn++;
    }

    private void endTurns() {
        turn = 0;
        leadOfAll = "";
    }

    /** How many figures follow one another in the clause without another name. */
    private int runLength(List<Figure> figures) {
        int length = 1;
        while (length < figures.size()) {
            String between = text.words.substring(
                    figures.get(length - 1).end(), figures.get(length).start());
            if (between.chars().anyMatch(character -> CLAUSE_ENDS.indexOf(character) >= 0)
                    || !IndicatorNames.in(IndicatorNames.goneOn(between)).isEmpty()) {
                return length;
            }
            length++;
        }
        return length;
    }

    private String name(Figure figure, String words) {
        if (figure.kind() == Figure.Kind.RANK) {
            String name = IndicatorNames.withoutRegion(words);
            return name.isEmpty() ? lastName : name;
        }
        String noun = IndicatorNames.said(targets.nounBehind(figure));
        if (figure.isRate()) {
            noun = words.isEmpty() && TargetPolicy.startsWithOf(noun) ? noun.substring(1) : "";
        }
        String before = IndicatorNames.in(
                words.substring(0, words.length() - Wording.compared(words).length()));
        String name = noun.isEmpty() ? before : noun;
        return name.isEmpty() ? lastName : name;
    }

    private void add(
            Figure figure,
            int begin,
            String lead,
            String name,
            Group group,
            boolean sameClause,
            Set<IndicatorQuestion> asked) {
        String words = text.words.substring(begin, figure.start());
        Comparator comparator = Wording.comparator(figure, lead);
        boolean ofTheSame = comparator == Comparator.RELATIVE && name.equals(lastName);
        Indicator.Base base = ofTheSame ? lastBase : Wording.base(figure, lead);
        Commitment.Strength strength = Wording.strength(words);
        if (strength == Commitment.Strength.PLAIN && (sameClause || name.equals(lastName))) {
            strength = lastStrength;
        }
        Wording.Placed period = Wording.lastBefore(figure.start() - start, periods);
        Indicator indicator = new Indicator(
                name,
                qualifier(figure, words, name, comparator),
                comparator,
                figure.low(),
                figure.high(),
                figure.unit(),
                figure.scale(),
                base,
                Wording.direction(figure, comparator, base, lead, name),
                new Commitment(strength, obligation),
                group,
                period == null ? Period.UNSTATED : period.period());
        Set<IndicatorQuestion> open = EnumSet.noneOf(IndicatorQuestion.class);
        open.addAll(asked);
        open.addAll(questions.about(figure, indicator, words, period == null ? -1 : start + period.end()));
        found.add(new FoundIndicator(
                indicator, text.start(firstWord(begin, figure.start())), text.end(endOf(figure)), open));
        lastStrength = strength;
        if (figure.kind() != Figure.Kind.RANK) {
            lastName = name;
            lastBase = base;
        }
    }

    private static @Nullable String qualifier(Figure figure, String words, String name, Comparator comparator) {
        if (figure.kind() == Figure.Kind.RANK) {
            return IndicatorNames.region(words);
        }
        return comparator == Comparator.RELATIVE ? Wording.compared(words) : IndicatorNames.qualifier(name);
    }

    private int endOf(Figure figure) {
        return figure.end()
                + (figure.isRate() || figure.kind() == Figure.Kind.RANK
                        ? 0
                        : targets.nounBehind(figure).length());
    }

    private int firstWord(int begin, int figure) {
        int first = begin;
        while (first < figure
                && !Character.isLetterOrDigit(text.words.charAt(first))
                && text.words.charAt(first) == text.open.charAt(first)) {
            first++;
        }
        return first;
    }
}
