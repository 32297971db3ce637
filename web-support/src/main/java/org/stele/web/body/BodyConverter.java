package org.stele.web.body;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;

/** Lets controllers take a {@link Body} as their request body. */
public final class BodyConverter extends AbstractHttpMessageConverter<Object> {

    public BodyConverter() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord() && Body.class.isAssignableFrom(type);
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage request) throws IOException {
        return BodyReader.read(request.getBody(), type.asSubclass(Record.class));
    }

    @Override
    protected void writeInternal(Object body, HttpOutputMessage response) {
        throw new HttpMessageNotWritableException("A request body is never answered with.");
    }
}
