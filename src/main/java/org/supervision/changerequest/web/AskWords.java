package org.supervision.changerequest.web;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** The texts of this module in the reader's language. */
@Component
class AskWords {

    private final MessageSourceAccessor messages;

    AskWords(MessageSource messages) {
        this.messages = new MessageSourceAccessor(messages);
    }

    String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments);
    }
}
