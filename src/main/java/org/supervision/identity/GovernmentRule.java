package org.supervision.identity;

/**
 * A number by which a government's regulations measure time or count (domain: time, ladder, changes). Each says on which
 * day's version it goes.
 */
public enum GovernmentRule {
    /** After the quarter's end the report is due; the day on which the round is arranged counts. */
    REPORT_DUE(Unit.WORKING_DAYS, 5, 1, 30),
    /** After the due date a round closes by itself; as above. */
    ROUND_CLOSING(Unit.WORKING_DAYS, 10, 0, 60),
    /** Before the report the partners' parts are due; as above. */
    PARTS_BEFORE(Unit.WORKING_DAYS, 2, 0, 10),
    /** The unit leader has for a review; the day on which the round is arranged counts, for what has none today. */
    UNIT_REVIEW(Unit.WORKING_DAYS, 2, 1, 30),
    /** The office has for a review; as above. */
    OFFICE_REVIEW(Unit.WORKING_DAYS, 3, 1, 30),
    /** The unit has for a re-submission after a return; the day on which the round is arranged counts. */
    RESUBMISSION(Unit.WORKING_DAYS, 2, 1, 30),
    /** A unit may object to leading; the day on which it was given the lead counts. */
    OBJECTION(Unit.WORKING_DAYS, 5, 1, 30),
    /** Up to which extensions are the office's to grant, longer ones the city leader's; the day of asking counts. */
    EXTENSION_BY_OFFICE(Unit.WORKING_DAYS, 10, 0, 60),
    /** Between two reminders by hand about one cycle; the day of the later one counts. */
    REMINDER_COOL_DOWN(Unit.WORKING_DAYS, 2, 0, 30),
    /** A unit has to answer an order for which the ladder says nothing; the day of the signature counts. */
    ORDER_ANSWER(Unit.WORKING_DAYS, 2, 1, 30),
    /** The office has to sign a draft and to judge an answer; the day on which the step begins counts. */
    ORDER_DECISION(Unit.WORKING_DAYS, 2, 1, 30),
    /** A unit may appeal after the issue of a slip, whose day counts. */
    APPEAL(Unit.WORKING_DAYS, 5, 1, 30),
    /** The chief has to decide an appeal, whose day counts. */
    APPEAL_DECISION(Unit.WORKING_DAYS, 5, 1, 30),
    /** A city leader has to decide on an interview; the day of the proposal counts. */
    INTERVIEW_DECISION(Unit.WORKING_DAYS, 3, 1, 30),
    /** Signed orders against one unit in a calendar year propose an interview; the day of the signature counts. */
    ORDERS_TO_INTERVIEW(Unit.TIMES, 2, 2, 20),
    /** Red quarters of one key task in a row propose an interview; the day of the last one's closing counts. */
    RED_QUARTERS_TO_INTERVIEW(Unit.QUARTERS, 3, 2, 8),
    /** By less than which the expected share may be exceeded before a task is at risk; the day of the report counts. */
    AT_RISK_MARGIN(Unit.POINTS, 5, 0, 25),
    /** Of the reports of a round are drawn to be looked at whatever they say; the day of the draw counts. */
    SPOT_CHECK_SHARE(Unit.PER_CENT, 10, 1, 100);

    /** What a rule counts. */
    public enum Unit {
        WORKING_DAYS,
        TIMES,
        QUARTERS,
        /** Of a hundred. */
        POINTS,
        PER_CENT
    }

    private final Unit unit;
    private final int shipped;
    private final int least;
    private final int most;

    GovernmentRule(Unit unit, int shipped, int least, int most) {
        this.unit = unit;
        this.shipped = shipped;
        this.least = least;
        this.most = most;
    }

    public Unit unit() {
        return unit;
    }

    /** What holds until a government says otherwise. */
    public int shipped() {
        return shipped;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }
}
