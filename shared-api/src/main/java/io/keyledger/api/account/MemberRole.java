package io.keyledger.api.account;

/** What a person may do in a workspace that they belong to. */
public enum MemberRole {
    /** Everything in the workspace. */
    ADMIN,
    /** Reads everything in the workspace, changes nothing, and may consent. */
    AUDITOR,
    /** May consent to apps that act for them. */
    MEMBER
}
