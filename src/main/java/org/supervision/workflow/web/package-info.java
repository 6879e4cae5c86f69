/** Who may reach what over HTTP, refusals as answers, and the work items in REST. */
@NullMarked
package org.supervision.workflow.web;

import org.jspecify.annotations.NullMarked;
