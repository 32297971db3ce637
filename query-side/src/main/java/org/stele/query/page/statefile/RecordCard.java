package org.stele.query.page.statefile;

import java.util.List;
import org.stele.query.page.RecordField;

/**
 * One filing, claim or piece of evidence.
 *
 * @param tags short labels
 */
public record RecordCard(String heading, List<String> tags, List<RecordField> facts) {

    public RecordCard {
        tags = List.copyOf(tags);
        facts = List.copyOf(facts);
    }
}
