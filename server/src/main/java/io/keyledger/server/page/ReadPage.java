package io.keyledger.server.page;

/** A page that people read. Reading it changes nothing. */
public non-sealed interface ReadPage extends Page {

    PageAnswer read(Visit visit);
}
