package org.stele.query;

import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Imports the beans that an application may replace by its own. It is ordered after all other configurations, so that
 * those beans are found wherever they are declared, and before Boot's own, which would otherwise build a data source.
 */
@Order(0)
final class QueryDefaults implements DeferredImportSelector {

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        return new String[] {QueryDatabase.class.getName()};
    }
}
