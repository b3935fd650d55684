package io.keyledger.api.account;

/**
 * Who a person is to another OpenID provider.
 *
 * @param issuer the provider's issuer identifier ({@code iss}, OpenID Connect Core §2)
 * @param subject the person's identifier there ({@code sub}); never reassigned by the provider
 */
public record ExternalIdentity(String issuer, String subject) {}
