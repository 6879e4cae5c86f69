package org.supervision.dashboard.web;

import java.io.Serializable;

/**
 * What an act did, said once on the page that follows it.
 *
 * @param text what happened and what comes next
 * @param url where it can be seen
 * @param link what is to be seen there
 */
record Flash(String text, String url, String link) implements Serializable {

    /** Name of the model attribute. */
    static final String NAME = "flash";
}
