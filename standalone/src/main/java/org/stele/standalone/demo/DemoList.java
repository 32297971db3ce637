package org.stele.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.command.entry.Commands;
import org.stele.command.screening.list.ConsolidatedList;
import org.stele.command.screening.list.ConsolidatedListReader;
import org.stele.command.screening.list.ListRecord;
import org.stele.command.screening.loadlistversion.LoadListVersion;
import org.stele.events.Actor;
import org.stele.events.NewYork;
import org.stele.events.Tags;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.read.LedgerReader;

/**
 * The first version of an invented list, loaded as a registrar would. The second version lies beside it, for a person to load: the
 * tour does.
 */
final class DemoList {

    private static final Logger LOG = LoggerFactory.getLogger(DemoList.class);
    private static final String FILE = "/demo/invented-list-v1.xml";

    /** No name under {@code invalid} is anybody's (RFC 6761, section 6.4): pages mark a list from there as invented. */
    private static final String SOURCE = "https://example.invalid/invented-list-v1.xml";

    private final Commands commands;
    private final LedgerReader ledger;
    private final Clock clock;

    DemoList(Commands commands, LedgerReader ledger, Clock clock) {
        this.commands = commands;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A ledger that has any version of the list is left alone: an invented one after a real one would be taken for its successor. */
    void enter(Actor registrar) throws IOException {
        Selection versions = Selection.tag(Tags.LIST + "=" + ListRecord.LIST);
        if (!ledger.read(versions, 0, ledger.head(), 1).isEmpty()) {
            LOG.info("Demonstration: a version of the list is on record; none is loaded");
            return;
        }
        ConsolidatedList version = read();
        commands.send(LoadListVersion.of(registrar, SOURCE, version, NewYork.today(clock)), version.sha256());
        LOG.info("Demonstration: an invented list of {} entries is loaded", version.entriesCount());
    }

    private static ConsolidatedList read() throws IOException {
        try (InputStream file = DemoList.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException("The build left out " + FILE);
            }
            return ConsolidatedListReader.read(file.readAllBytes());
        }
    }
}
