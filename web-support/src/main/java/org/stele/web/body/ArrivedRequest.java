package org.stele.web.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A request whose body has arrived completely. */
final class ArrivedRequest extends HttpServletRequestWrapper {

    private final KeptBody body;
    private @Nullable Map<String, String[]> parameters;

    ArrivedRequest(HttpServletRequest request, KeptBody body) {
        super(request);
        this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Bytes(body.read());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** The parameters of the address, followed by those of a posted form. */
    @Override
    public Map<String, String[]> getParameterMap() {
        if (!isForm()) {
            return super.getParameterMap();
        }
        Map<String, String[]> known = parameters;
        if (known == null) {
            known = withFields(super.getParameterMap());
            parameters = known;
        }
        return known;
    }

    private boolean isForm() {
        String type = getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private Map<String, String[]> withFields(Map<String, String[]> ofAddress) {
        Map<String, String[]> all = new LinkedHashMap<>(ofAddress);
        try (InputStream bytes = body.read()) {
            FormFields.read(bytes.readAllBytes())
                    .forEach((name, values) -> all.merge(name, values.toArray(String[]::new), ArrivedRequest::joined));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(all);
    }

    private static String[] joined(String[] first, String[] second) {
        return Stream.concat(Stream.of(first), Stream.of(second)).toArray(String[]::new);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(List.copyOf(getParameterMap().keySet()));
    }

    /** A stream over bytes that have all arrived. */
    private static final class Bytes extends ServletInputStream {

        private final InputStream bytes;
        private boolean isAtEnd;

        Bytes(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            return seen(bytes.read());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return seen(bytes.read(into, offset, length));
        }

        private int seen(int read) {
            isAtEnd |= read < 0;
            return read;
        }

        @Override
        public int available() throws IOException {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return isAtEnd;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is read by the thread that answers");
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
