package org.stele.ledger.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.stele.ledger.evidence.ZipLayout.REPACKED;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the members of a bundle sequentially, one at a time. */
final class ZipReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[./-][a-z0-9]+)*");

    private final DataInputStream in;
    private final ZipLayout layout = new ZipLayout();

    ZipReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    /** The next member; empty after the last, when the directory was found to match the members. */
    Optional<ZipMember> next() throws IOException {
        byte[] signature = exactly(4, "the beginning of a member");
        if (little(signature).getInt() == ZipLayout.DIRECTORY_SIGNATURE) {
            checkEnd(signature);
            return Optional.empty();
        }
        if (little(signature).getInt() != ZipLayout.LOCAL_SIGNATURE) {
            throw new IllegalArgumentException("Not a ZIP file with a member at its beginning and after each member");
        }
        byte[] fixed = exactly(ZipLayout.LOCAL_HEADER_BYTES - 4, "the header of a member");
        ByteBuffer header = little(fixed);
        requireStored(header);
        String name = name(exactly(Short.toUnsignedInt(header.getShort(22)), "the name of a member"));
        int size = header.getInt(14);
        int crc = header.getInt(10);
        ZipMember member = new ZipMember(name, exactly(size, "the member " + name));
        byte[] expected = layout.add(name, crc, size);
        if (!Arrays.equals(fixed, Arrays.copyOfRange(expected, 4, ZipLayout.LOCAL_HEADER_BYTES))) {
            throw new IllegalArgumentException(
                    "The header of " + name + " is not as a bundle's: version, date or sizes" + REPACKED);
        }
        if (member.crc() != crc) {
            throw new IllegalArgumentException("The member " + name + " is damaged: its CRC-32 is another");
        }
        return Optional.of(member);
    }

    /** Explains the most common foreign headers before their fields are used. */
    private static void requireStored(ByteBuffer header) {
        if (header.getShort(2) != 0) {
            throw new IllegalArgumentException(
                    "A member has flags (encryption, sizes that follow it, names in UTF-8); a bundle's have none"
                            + REPACKED);
        }
        if (header.getShort(4) != 0) {
            throw new IllegalArgumentException("A member is compressed (method %s); a bundle's members are stored%s"
                    .formatted(Short.toUnsignedInt(header.getShort(4)), REPACKED));
        }
        if (Integer.compareUnsigned(header.getInt(14), ZipLayout.MAX_MEMBER_BYTES) > 0) {
            throw new IllegalArgumentException("A member of %s bytes is above the limit of %s"
                    .formatted(Integer.toUnsignedLong(header.getInt(14)), ZipLayout.MAX_MEMBER_BYTES));
        }
        if (Short.toUnsignedInt(header.getShort(22)) > ZipLayout.MAX_NAME_BYTES || header.getShort(24) != 0) {
            throw new IllegalArgumentException(
                    "A member has a name of more than 64 bytes, or an extra field" + REPACKED);
        }
    }

    private static String name(byte[] bytes) {
        String name = new String(bytes, US_ASCII);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "No member of a bundle is named '" + name.replaceAll("[^ -~]", "?") + "'" + REPACKED);
        }
        return name;
    }

    private void checkEnd(byte[] signature) throws IOException {
        byte[] expected = layout.end();
        byte[] rest = in.readNBytes(expected.length - 4 + 1);
        boolean same = Arrays.equals(signature, 0, 4, expected, 0, 4)
                && Arrays.equals(rest, 0, rest.length, expected, 4, expected.length);
        if (!same) {
            throw new IllegalArgumentException(
                    "The directory of the ZIP file is not that of its members, or bytes follow it" + REPACKED);
        }
    }

    private byte[] exactly(int count, String what) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new IllegalArgumentException("The file ends within " + what);
        }
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
