package org.stele.query.statefile.page;

import java.util.List;

/**
 * One filing, claim or piece of evidence.
 *
 * @param tags what is to be seen at a glance
 */
public record Entry(String heading, List<String> tags, List<Fact> facts) {

    public Entry {
        tags = List.copyOf(tags);
        facts = List.copyOf(facts);
    }
}
