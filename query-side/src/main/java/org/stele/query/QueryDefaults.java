package org.stele.query;

import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Brings in what an application may replace by a bean of its own. It is looked at after every other configuration, so that
 * those beans are seen wherever they are declared, and before Boot's own, which would build a data source otherwise.
 */
@Order(0)
final class QueryDefaults implements DeferredImportSelector {

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        return new String[] {QueryDatabase.class.getName()};
    }
}
