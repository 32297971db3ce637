package org.stele.ledger.evidence;

import org.stele.ledger.Tile;
import org.stele.ledger.TileCoordinate;

/** The names of a bundle's members, in the order in which they come. */
final class Names {

    static final String HEADER = "bundle.json";
    static final String CHECKPOINT = "checkpoint";
    static final String CHECKPOINTS = "checkpoints/";
    static final String CONSISTENCY = "consistency/";
    static final String STATES_LEAF = "states/leaf";
    static final String STATES_PROOF = "states/proof";
    static final String OPENINGS = "openings/";
    static final String ENTRIES = "entries/";
    static final String PROOFS = "proofs/";
    static final String SUBMITTERS_KEYS = "submitters/keys";
    static final String SUBMITTERS_SIGNATURES = "submitters/signatures";

    private Names() {}

    static String openings(long index) {
        return OPENINGS + group(index);
    }

    static String entries(long index) {
        return ENTRIES + group(index);
    }

    static String proof(long position) {
        return PROOFS + position + ".tlog-proof";
    }

    /** The digits of a full tile's path. */
    private static String group(long index) {
        return new TileCoordinate(TileCoordinate.ENTRIES, index, Tile.WIDTH)
                .path()
                .substring("tile/entries/".length());
    }
}
