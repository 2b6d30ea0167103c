package org.lantian.server.identity.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why, in the actor's words, for the audit. */
record Reason(@NotBlank @Size(max = 1000) String reason) {}
