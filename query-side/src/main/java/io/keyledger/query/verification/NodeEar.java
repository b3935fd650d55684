package io.keyledger.query.verification;

/** What a node does about what it hears. */
final class NodeEar implements Ear {

    private final NodeIdentity self;
    private final Trust trust;
    private final Memory memory;
    private final Lease lease;
    private final Peers peers;
    private final Outbox outbox;
    private final Replicas replicas;
    private final Runnable hubsChanged;

    NodeEar(
            NodeIdentity self,
            Trust trust,
            Memory memory,
            Lease lease,
            Peers peers,
            Outbox outbox,
            Replicas replicas,
            Runnable hubsChanged) {
        this.self = self;
        this.trust = trust;
        this.memory = memory;
        this.lease = lease;
        this.peers = peers;
        this.outbox = outbox;
        this.replicas = replicas;
        this.hubsChanged = hubsChanged;
    }

    @Override
    public void listening() {
        take(new Change.OfAll());
        peers.listening();
        lease.listening();
        outbox.beatNow();
    }

    @Override
    public void deaf() {
        trust.withdraw();
    }

    @Override
    public boolean isUneasy() {
        return lease.isOverdue();
    }

    @Override
    public void hear(String channel, String message) {
        if (channel.equals(Change.CHANNEL)) {
            take(Change.parse(message));
        } else {
            hear(NodeMessage.parse(message));
        }
    }

    /** Whoever hears a question behind the change may say that it is in force: it is, here. */
    private void take(Change change) {
        memory.apply(change);
        replicas.publish(change);
        switch (change) {
            case Change.OfHub _, Change.OfAll _ -> hubsChanged.run();
            case Change.OfCredential _, Change.OfWorkspace _ -> {}
        }
    }

    private void hear(NodeMessage message) {
        switch (message) {
            case NodeMessage.Beat beat -> heard(beat);
            case NodeMessage.Question question -> heard(question);
            case NodeMessage.Answer answer -> heard(answer);
            case NodeMessage.Farewell farewell -> peers.left(farewell.node());
            case NodeMessage.Unknown _ -> {}
        }
    }

    private void heard(NodeMessage.Beat beat) {
        if (isSelf(beat.node())) {
            lease.heard(beat);
        } else {
            peers.heard(beat);
        }
    }

    /** Whoever hears the question has applied all that came before it; its replicas soon have. */
    private void heard(NodeMessage.Question question) {
        replicas.whenApplied(() -> answer(question));
    }

    private void answer(NodeMessage.Question question) {
        if (isSelf(question.node())) {
            peers.answered(self.name(), question.number());
        } else {
            outbox.answer(question);
        }
    }

    private void heard(NodeMessage.Answer answer) {
        if (isSelf(answer.asker())) {
            peers.answered(answer.node(), answer.number());
        }
    }

    private boolean isSelf(String node) {
        return node.equals(self.name());
    }
}
