package io.keyledger.command.oauthapp;

import static io.keyledger.command.examples.ExampleApp.APP;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.oauthapp.OAuthAppAggregate.DELETED;

import io.keyledger.api.oauthapp.OAuthAppCommand.DeleteOAuthApp;
import org.junit.jupiter.api.Test;

class DeletingTest {

    private static final DeleteOAuthApp DELETE = new DeleteOAuthApp(APP);

    private final OAuthAppAggregate app = new OAuthAppAggregate();

    @Test
    void endsTheApp() {
        app.registeredAnd(DELETE).isThat(DELETED);
    }

    @Test
    void endsAPublicAppToo() {
        app.publicAnd(DELETE).isThat(DELETED);
    }

    @Test
    void twiceChangesNothing() {
        app.after(DELETED).asked(DELETE).isThatNothingChanged();
    }

    @Test
    void needsNoProfileOfTheHub() {
        app.hubs.withdraw(HUB);
        app.registeredAnd(DELETE).isThat(DELETED);
    }
}
