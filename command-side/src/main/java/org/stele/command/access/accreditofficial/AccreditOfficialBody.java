package org.stele.command.access.accreditofficial;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.web.body.Body;

/** Somebody to accredit. */
public record AccreditOfficialBody(
        @Schema(description = "Staff id, never a name") String official,

        @Schema(description = "In kebab case, such as signatory")
        String role,

        @Schema(description = "Of a role that acts for a State") @Nullable
        MemberState memberState,

        @Schema(description = "Of a monitor") @Nullable MonitoringBody body,

        @Schema(
                description =
                        "The public half of the State's root key, in base64url, where it signs this; needed where STELE_ROOTS names a root of the State")
        @Nullable
        String rootKey,

        @Schema(description = "Of the account; the staff id in lower case where nothing is said") @Nullable
        String username)
        implements Body {}
