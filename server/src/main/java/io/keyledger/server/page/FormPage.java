package io.keyledger.server.page;

/** What a form is sent to. It is asked only when the form came from a page of the same session. */
public non-sealed interface FormPage extends Page {

    PageAnswer submit(Visit visit, Form form);
}
