package org.supervision.identity;

/**
 * A city, county or province; one installation serves one or many, each sees only itself.
 *
 * @param code ASCII lower case letters and digits, unique in the installation; also the engine's tenant id
 */
public record Government(String code, String name) {}
