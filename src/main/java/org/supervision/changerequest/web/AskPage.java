package org.supervision.changerequest.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;
import org.supervision.changerequest.ChangeKind;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.Mistake;

/** A form page on which something is asked for, with what was entered and what is wrong with it. */
class AskPage {

    /** One choice. */
    record Option(String value, String label) {}

    /** @param type date, select, textarea or text-large for what may be long */
    record AskField(String key, String type, String value, @Nullable String wrong, List<Option> options) {}

    private final ModelAndView page = new ModelAndView("changerequest/ask");
    private final List<AskField> fields = new ArrayList<>();
    private final Map<String, String> entered;
    private final List<Mistake> mistakes;

    AskPage(ChangeKind kind, Map<String, String> entered, List<Mistake> mistakes) {
        this.entered = entered;
        this.mistakes = mistakes;
        page.addObject("kind", kind).addObject("fields", fields).addObject("mistakes", mistakes);
    }

    /** Kinds of refusal the form is shown again for; anything else is no mistake of what was entered. */
    static boolean isOfForm(DomainException refusal) {
        return refusal.kind() == Kind.INVALID || refusal.kind() == Kind.CONFLICT;
    }

    static HttpStatusCode status(DomainException refusal) {
        return refusal.kind() == Kind.INVALID ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT;
    }

    AskPage field(String key, String type, String first, List<Option> options) {
        fields.add(new AskField(
                key,
                type,
                entered.getOrDefault(key, first),
                mistakes.stream()
                        .filter(mistake -> key.equals(mistake.key()))
                        .map(Mistake::message)
                        .findFirst()
                        .orElse(null),
                options));
        return this;
    }

    AskPage with(String name, @Nullable Object value) {
        page.addObject(name, value);
        return this;
    }

    ModelAndView shown() {
        return page;
    }
}
