package io.keyledger.server.dataplane;

import io.keyledger.query.usage.UsageMeter;
import io.keyledger.query.verification.ReplicaFeed;
import io.keyledger.query.verification.Verifier;
import io.keyledger.server.hubs.Hubs;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The server of the data plane. It starts after everything that it asks, and stops before it; while
 * verdicts cannot be trusted it answers 503.
 */
public final class DataPlane implements SmartLifecycle {

    /** Late to start and early to stop, but before web servers, which come last. */
    public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    private static final Logger log = LoggerFactory.getLogger(DataPlane.class);
    private static final int BACKLOG = 1024;

    private final DataPlaneProperties properties;
    private final Transport transport;
    private final Connections connections;
    private final ConnectionInitializer initializer;

    private @Nullable EventLoopGroup loops;
    private @Nullable Channel listening;

    public DataPlane(
            DataPlaneProperties properties,
            Verifier verifier,
            Hubs hubs,
            ReplicaFeed feed,
            TokenSupport tokens,
            Readiness readiness,
            UsageMeter usage,
            MeterRegistry meters) {
        this(properties, verifier, hubs, feed, tokens, readiness, usage, meters, Transport.best());
    }

    DataPlane(
            DataPlaneProperties properties,
            Verifier verifier,
            Hubs hubs,
            ReplicaFeed feed,
            TokenSupport tokens,
            Readiness readiness,
            UsageMeter usage,
            MeterRegistry meters,
            Transport transport) {
        this.properties = properties;
        this.transport = transport;
        Metrics metrics = new Metrics(usage);
        Inquiry inquiry = new Inquiry(verifier);
        ProvenInquiry proven =
                new ProvenInquiry(inquiry, new Possession(tokens.proofs(), tokens.used()));
        Callers callers = new Callers(inquiry, hubs, usage);
        Gateways gateways = new Gateways(callers, properties.forwardAuth().callers());
        Endpoints endpoints =
                new Endpoints(
                        new VerifyEndpoint(proven, callers, metrics),
                        new BatchVerifyEndpoint(proven, callers, metrics),
                        new IntrospectEndpoint(inquiry, callers, tokens.issuers(), metrics),
                        new ForwardAuth(
                                proven,
                                gateways,
                                hubs,
                                new FailedRequests(
                                        properties.forwardAuth().failuresPerMinute(),
                                        Clock.systemUTC(),
                                        metrics),
                                metrics),
                        new HubEndpoint(callers, hubs),
                        new ReplicaChangesEndpoint(feed, callers),
                        new ReplicaFactsEndpoint(feed, callers),
                        new HealthEndpoint(readiness));
        connections = new Connections(properties.maxConnections());
        initializer =
                new ConnectionInitializer(properties, endpoints, gateways, connections, metrics);
        metrics.bindTo(meters, connections);
    }

    /**
     * @throws IllegalStateException when the port cannot be had
     */
    @Override
    public synchronized void start() {
        EventLoopGroup started = transport.loops("data-plane", properties.loops());
        loops = started;
        ChannelFuture bound = bootstrap(started).bind(properties.address(), properties.port());
        bound.awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop();
            throw new IllegalStateException(
                    "The data plane cannot listen on %s:%d (%s). Free the port, or set keyledger.data-plane.port; 0 takes any."
                            .formatted(
                                    properties.address(),
                                    properties.port(),
                                    bound.cause().getMessage()),
                    bound.cause());
        }
        listening = bound.channel();
        log.info(
                "Data plane on http://{}:{} ({}, {} event loops)",
                properties.address(),
                port(),
                transport,
                properties.loops());
    }

    /** Takes no new connection, lets requests under way finish within the grace, and ends. */
    @Override
    public synchronized void stop() {
        Channel accepting = listening;
        EventLoopGroup running = loops;
        listening = null;
        loops = null;
        if (accepting != null) {
            accepting.close().awaitUninterruptibly();
            connections.drain();
            awaitDrained();
            connections.closeAll();
        }
        if (running != null) {
            running.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return listening != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /**
     * The port that it listens on.
     *
     * @throws IllegalStateException while it does not run
     */
    public synchronized int port() {
        if (listening == null) {
            throw new IllegalStateException("the data plane does not run");
        }
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    private ServerBootstrap bootstrap(EventLoopGroup group) {
        return new ServerBootstrap()
                .group(group)
                .channel(transport.channel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(initializer);
    }

    private void awaitDrained() {
        long deadline = System.nanoTime() + properties.shutdownGrace().toNanos();
        try {
            while (connections.count() > 0 && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
