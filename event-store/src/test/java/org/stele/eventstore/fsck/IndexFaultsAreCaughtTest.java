package org.stele.eventstore.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.event.Body;

/** Each of these writers makes one mistake in the tag index, and each mistake is named. */
class IndexFaultsAreCaughtTest {

    private static final long FAULTY = PlainWriter.FAULTY;
    private static final String EVENT = "event " + FAULTY + ": ";

    @Test
    void the_tag_index_is_not_written() throws SQLException {
        FaultsAreCaughtTest.requireCaught(EVENT + "index_run has no entry", new PlainWriter() {
            @Override
            void insertTags(Connection connection, long position, Body body) throws SQLException {
                if (position != FAULTY) {
                    super.insertTags(connection, position, body);
                }
            }
        });
    }

    @Test
    void a_tag_is_hashed_without_its_key() throws SQLException {
        FaultsAreCaughtTest.requireCaught(EVENT + "index_run has no entry", new PlainWriter() {
            @Override
            void insertTag(Connection connection, long position, String tag, String type) throws SQLException {
                super.insertTag(connection, position, position == FAULTY ? tag.substring(tag.indexOf('=')) : tag, type);
            }
        });
    }

    @Test
    void an_entry_of_the_tag_index_is_in_the_block_before_its_own() throws SQLException {
        FaultsAreCaughtTest.requireCaught(EVENT + "index_run has no entry", new PlainWriter() {
            @Override
            void insertRun(Connection connection, long key, long block, int type, long place) throws SQLException {
                boolean isFaulty = block * 1024 + place == FAULTY;
                super.insertRun(connection, key, isFaulty ? block - 1 : block, type, isFaulty ? place + 1024 : place);
            }
        });
    }

    @Test
    void an_entry_of_the_tag_index_is_written_twice() throws SQLException {
        FaultsAreCaughtTest.requireCaught("index_run (key ", new PlainWriter() {
            @Override
            void insertRun(Connection connection, long key, long block, int type, long place) throws SQLException {
                super.insertRun(connection, key, block, type, place);
                if (block * 1024 + place == FAULTY) {
                    super.insertRun(connection, key, block, type + 1, place);
                }
            }
        });
    }
}
