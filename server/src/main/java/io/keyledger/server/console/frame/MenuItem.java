package io.keyledger.server.console.frame;

/**
 * A line of the menu.
 *
 * @param here whether the page belongs to it
 */
public record MenuItem(String title, String link, boolean here) {}
