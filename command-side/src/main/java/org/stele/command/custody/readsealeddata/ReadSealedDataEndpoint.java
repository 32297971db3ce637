package org.stele.command.custody.readsealeddata;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.custody.readsealeddata.SealedReading.Read;
import org.stele.command.custody.readsealeddata.SealedReading.SealedContent;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.command.rules.FreeText;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/events/{position}/unsealing} */
@Tag(name = "Custody")
@RestController
final class ReadSealedDataEndpoint {

    private final SealedReading reading;

    ReadSealedDataEndpoint(SealedReading reading) {
        this.reading = reading;
    }

    @Operation(
            summary = "Read what is sealed in one event, with a reason",
            description =
                    "That it is read, by whom and why, is recorded first. For the custodian, and for officials of the State whose event it is: references of a notice, one person at a time, also for auditors; a verdict's grounds for analysts and reviewers. `sealed` of the answer has `status` OPEN, SHREDDED or UNREADABLE, and `content`.")
    @Example(role = "custodian", user = "staff-0203", refusals = "404 not-found", body = """
                    {
                      "person": 1,
                      "reason": "The State asked whether the reference is right."
                    }
                    """)
    @PostCommand("/api/v1/events/{position}/unsealing")
    ResponseEntity<SealedAnswer> readSealedData(
            CommandRequest asked, @PathVariable long position, @RequestBody ReadSealedDataBody body) {
        Read read = reading.read(asked, body, position);
        return ResponseEntity.status(read.recorded().getStatusCode())
                .headers(read.recorded().getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(new SealedAnswer(Objects.requireNonNull(read.recorded().getBody()), read.content()));
    }

    /** Which person of a notice, and why it is read. */
    record ReadSealedDataBody(
            @Schema(
                    description =
                            "Which of the persons that a notice refers to, from 1; left out for claims and verdicts")
            @Nullable
            Integer person,

            @MaxSize(FreeText.MAX_REASON) String reason)
            implements Body {}

    /** The receipt of the reading, and what was read. */
    record SealedAnswer(@JsonUnwrapped CommandReceipt receipt, SealedContent sealed) {}
}
