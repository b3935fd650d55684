/** OnboardingHub's contacts, organisations, enrollments, guides and webhooks. */
@NullMarked
package io.keyledger.samples.onboardinghub;

import org.jspecify.annotations.NullMarked;
