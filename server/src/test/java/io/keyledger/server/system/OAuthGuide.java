package io.keyledger.server.system;

/** What the guide of a hub tells those who write an app for it. */
enum OAuthGuide {
    NEXTORIA(
            "nextoria",
            "growth",
            "/v1/oauth/token",
            "projects:read",
            "projects:read",
            "/v1/projects",
            "/v1/tasks",
            """
            {"error":{"code":"FORBIDDEN","message":"This access token lacks the scope tasks:read.",\
            "status":403}}
            """,
            """
            {"error":{"code":"UNAUTHORIZED","message":"The access token is invalid or has been \
            revoked.","status":401}}
            """),
    ONBOARDINGHUB(
            "onboardinghub",
            "growth",
            "/oauth/token",
            "contacts_read",
            "contacts:read",
            "/api/v1/contacts",
            "/api/v1/organisations",
            """
            {"error":{"type":"insufficient_scope","message":"This action requires the \
            'organisations:read' scope. Your credential does not have this permission."}}
            """,
            """
            {"error":{"type":"invalid_token","message":"The API token is invalid or has been \
            revoked."}}
            """),
    HUBNITY(
            "hubnity",
            "enterprise",
            "/v1/oauth/token",
            "read:members",
            "read:members",
            "/v1/members",
            "/v1/projects",
            """
            {"code":"HUB-API-403","message":"This endpoint needs the scope read:projects, which \
            this access token does not have."}
            """,
            """
            {"code":"HUB-API-401","message":"The API key is invalid or has been revoked."}
            """);

    private final String hub;
    private final String plan;
    private final String tokenPath;
    private final String askedScope;
    private final String scope;
    private final String open;
    private final String closed;
    private final String insufficientScope;
    private final String revoked;

    OAuthGuide(
            String hub,
            String plan,
            String tokenPath,
            String askedScope,
            String scope,
            String open,
            String closed,
            String insufficientScope,
            String revoked) {
        this.hub = hub;
        this.plan = plan;
        this.tokenPath = tokenPath;
        this.askedScope = askedScope;
        this.scope = scope;
        this.open = open;
        this.closed = closed;
        this.insufficientScope = insufficientScope;
        this.revoked = revoked;
    }

    String hub() {
        return hub;
    }

    /** A plan with API access. */
    String plan() {
        return plan;
    }

    String authorizePath() {
        return "/oauth/authorize";
    }

    String tokenPath() {
        return tokenPath;
    }

    String revocationPath() {
        return tokenPath.replace("token", "revoke");
    }

    /** The scope that the app asks for, as the guide writes it. */
    String askedScope() {
        return askedScope;
    }

    /** The same as the catalogue, and the token's answer, have it. */
    String scope() {
        return scope;
    }

    /** What the scope opens. */
    String open() {
        return open;
    }

    /** What it does not open. */
    String closed() {
        return closed;
    }

    /** The body of the refusal there. */
    String insufficientScope() {
        return insufficientScope;
    }

    /** The body of the refusal of a token that was revoked. */
    String revoked() {
        return revoked;
    }
}
