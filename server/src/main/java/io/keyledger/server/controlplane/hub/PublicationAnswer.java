package io.keyledger.server.controlplane.hub;

/** What a profile that was sent is answered with. */
sealed interface PublicationAnswer permits ProfilePublished, PreviewAnswer {}
