package org.supervision.identity;

/** Somebody holds a post for good from now on, whether or not they held it for some days before. */
public record PostGiven(String username, GroupPath post) {}
