package org.supervision.keytask;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which figures are targets, and which only tell what kind of thing is meant. */
final class TargetPolicy {

    private static final Pattern CLOSED = Pattern.compile("^" + IndicatorWords.anyOf("closed"));
    private static final Pattern MONEY = IndicatorWords.pattern("money noun");
    private static final Pattern RATE = IndicatorWords.pattern("rate of things");
    private static final Pattern TIME = IndicatorWords.pattern("time aimed at");
    private static final WordEnding LEVEL = IndicatorWords.atEnd("level");
    private static final Pattern SCOPE = IndicatorWords.pattern("scope");
    private static final WordEnding ONE_AMONG = IndicatorWords.atEnd("one among");
    private static final Pattern NOUN_END = Pattern.compile("[,;。、:!?\\n()\\d]");
    private static final Pattern SEPARATOR = Pattern.compile("[,;。、:!?\\n]");

    private static final String OF = IndicatorWords.only("of");

    private final PlainText text;

    TargetPolicy(PlainText text) {
        this.text = text;
    }

    /**
     * @param before the words that lead to it
     * @param next the figure after it
     */
    boolean isTarget(Figure figure, String before, @Nullable Figure next) {
        String noun = nounBehind(figure);
        boolean another = next != null
                && !SEPARATOR
                        .matcher(text.open.substring(figure.end(), next.start()))
                        .find();
        return switch (figure.kind()) {
            case PERCENT, POINT, RANK -> true;
            case COUNT -> noun.isEmpty() || isCounted(figure, before, noun, another ? next : null);
            case MONEY -> noun.isEmpty() || MONEY.matcher(noun).find() && !startsWithOf(noun);
            case MEASURE -> noun.isEmpty() || !another && !startsWithOf(noun);
            case TIME -> noun.isEmpty() && TIME.matcher(before).find();
            case BARE -> noun.isEmpty() && LEVEL.ends(before);
        };
    }

    /** Whether so many of the noun are wanted; they may as well be where, or of what, something else is. */
    private static boolean isCounted(Figure figure, String before, String noun, @Nullable Figure next) {
        boolean describes = next != null
                && (figure.behind() != null
                        || next.isRate() && RATE.matcher(noun).find());
        return !describes && !SCOPE.matcher(before).find() && !ONE_AMONG.ends(noun);
    }

    /** The noun the figure stands before; empty if the figure ends what it says. */
    String nounBehind(Figure figure) {
        String rest = text.open.substring(figure.end());
        if (CLOSED.matcher(rest).lookingAt()) {
            return "";
        }
        Matcher end = NOUN_END.matcher(rest);
        return text.words.substring(figure.end(), figure.end() + (end.find() ? end.start() : rest.length()));
    }

    static boolean startsWithOf(String noun) {
        return noun.startsWith(OF);
    }
}
