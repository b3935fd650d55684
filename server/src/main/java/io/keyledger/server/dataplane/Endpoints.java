package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;

/** Which endpoint answers which path. */
final class Endpoints {

    static final String VERIFY = "/v1/verify";
    static final String BATCH = "/v1/verify:batch";
    static final String INTROSPECT = "/v1/introspect";
    static final String FORWARD_AUTH = "/v1/forward-auth";
    static final String HUBS = "/v1/hubs/";
    static final String REPLICA_CHANGES = "/v1/replica/changes";
    static final String REPLICA_FACTS = "/v1/replica/facts";
    static final String HEALTH = "/healthz";

    private static final Endpoint NOTHING = new Nothing();

    private final Endpoint verify;
    private final Endpoint batch;
    private final Endpoint introspect;
    private final ForwardAuth forwardAuth;
    private final Endpoint hubs;
    private final Endpoint replicaChanges;
    private final Endpoint replicaFacts;
    private final Endpoint health;

    Endpoints(
            Endpoint verify,
            Endpoint batch,
            Endpoint introspect,
            ForwardAuth forwardAuth,
            Endpoint hubs,
            Endpoint replicaChanges,
            Endpoint replicaFacts,
            Endpoint health) {
        this.verify = verify;
        this.batch = batch;
        this.introspect = introspect;
        this.forwardAuth = forwardAuth;
        this.hubs = hubs;
        this.replicaChanges = replicaChanges;
        this.replicaFacts = replicaFacts;
        this.health = health;
    }

    /**
     * Takes the head of a request.
     *
     * @throws RequestRefused when its body is not even to be read
     */
    IncomingRequest receive(HttpRequest request, long now) {
        RequestRules.requireAcceptable(request);
        Endpoint endpoint = at(Target.path(request.uri()));
        RequestRules.requireBodyWithin(endpoint.bodyLimit(), request.headers());
        boolean expectsContinue = RequestRules.expectsContinue(request);
        Endpoint answering =
                endpoint.answers(request.method()) ? endpoint : new WrongMethod(endpoint);
        return new IncomingRequest(request, answering, expectsContinue, now);
    }

    /**
     * The answer to a request that was refused on arrival, in the words that its sender expects.
     */
    Answer refusal(HttpRequest request, RequestRefused refused) {
        return at(Target.path(request.uri())) == forwardAuth
                ? forwardAuth.refusal(request, refused)
                : Problems.of(refused);
    }

    private Endpoint at(String path) {
        return switch (path) {
            case VERIFY -> verify;
            case BATCH -> batch;
            case INTROSPECT -> introspect;
            case FORWARD_AUTH -> forwardAuth;
            case REPLICA_CHANGES -> replicaChanges;
            case REPLICA_FACTS -> replicaFacts;
            case HEALTH -> health;
            default -> below(path);
        };
    }

    private Endpoint below(String path) {
        if (path.startsWith(FORWARD_AUTH + "/")) {
            return forwardAuth;
        }
        return path.startsWith(HUBS) ? hubs : NOTHING;
    }

    /** Answers a method that the endpoint does not. */
    private record WrongMethod(Endpoint endpoint) implements Endpoint {

        private static final byte[] ALLOW = Answer.name("Allow");

        @Override
        public boolean answers(HttpMethod method) {
            return false;
        }

        @Override
        public String allowed() {
            return endpoint.allowed();
        }

        @Override
        public int bodyLimit() {
            return endpoint.bodyLimit();
        }

        @Override
        public void handle(Exchange exchange) {
            exchange.answer(
                    Problems.of(ErrorCode.METHOD_NOT_ALLOWED).field(ALLOW, endpoint.allowed()));
        }
    }

    /** Answers where nothing is. */
    private static final class Nothing implements Endpoint {

        @Override
        public boolean answers(HttpMethod method) {
            return Methods.USUAL.contains(method);
        }

        @Override
        public String allowed() {
            return "";
        }

        @Override
        public void handle(Exchange exchange) {
            exchange.refuse(ErrorCode.NOT_FOUND);
        }
    }
}
