package io.keyledger.query.verification;

import java.time.Duration;

/**
 * How much a cache holds.
 *
 * @param known entries that exist
 * @param absent keys that are known not to exist
 * @param absentFor how long these are held at most; they are also swept out when the key comes up
 */
record CacheBounds(long known, long absent, Duration absentFor) {}
