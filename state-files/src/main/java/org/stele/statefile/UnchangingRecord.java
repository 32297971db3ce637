package org.stele.statefile;

/** A record that one event makes, and no other changes. */
public sealed interface UnchangingRecord extends FiledRecord, Fact permits PriorContracts, WorkApproval, OmittedEntry {

    @Override
    default long firstPosition() {
        return position();
    }

    @Override
    default long lastPosition() {
        return position();
    }

    @Override
    default FiledRecord upTo(long treeSize) {
        return this;
    }
}
