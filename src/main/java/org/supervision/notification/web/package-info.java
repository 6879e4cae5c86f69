/** Pages and REST of inbox, channels, contacts and deliveries. */
@NullMarked
package org.supervision.notification.web;

import org.jspecify.annotations.NullMarked;
