package io.keyledger.query.verification;

/** Takes in what the change feed delivers, in order, on the feed's thread. */
interface Ear {

    /** The feed listens anew; what was said before is lost. */
    void listening();

    /** A message of one of the two channels. */
    void hear(String channel, String message);

    /** The feed is broken. */
    void deaf();

    /** Whether the feed has been silent for so long that it must be taken for broken. */
    boolean isUneasy();
}
