package io.keyledger.server.oauth;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps what belongs to tests, and stands in packages of the product, out of the process. */
final class ProductClasses extends TypeExcludeFilter {

    private static final String TESTS =
            ProductClasses.class.getProtectionDomain().getCodeSource().getLocation().toString();

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
        return reader.getResource().getURL().toString().startsWith(TESTS);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProductClasses;
    }

    @Override
    public int hashCode() {
        return ProductClasses.class.hashCode();
    }
}
