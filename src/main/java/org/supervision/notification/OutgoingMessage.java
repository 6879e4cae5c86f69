package org.supervision.notification;

/**
 * A message in its final words.
 *
 * @param key the same for every attempt, so that a duplicate can be recognised
 * @param address mail address or the robot's URL
 */
record OutgoingMessage(String key, String address, String subject, String text) {}
