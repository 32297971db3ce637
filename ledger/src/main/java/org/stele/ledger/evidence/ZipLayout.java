package org.stele.ledger.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A ZipLayout is the one permitted ZIP encoding of a bundle: members stored, dated 1980, without extra fields or
 * comments. Writer and reader both compute it, so a file is either these bytes or refused. Stored members are not
 * inflated: the content is never larger than the file.
 */
final class ZipLayout {

    /** The advice on a container that another program wrote: its content may still be intact. */
    static final String REPACKED =
            ". It may only have been repacked (unzipped and zipped again): check the file as it was handed out";

    static final int LOCAL_HEADER_BYTES = 30;
    static final int DIRECTORY_HEADER_BYTES = 46;
    static final int LOCAL_SIGNATURE = 0x04034b50;
    static final int DIRECTORY_SIGNATURE = 0x02014b50;

    /** More members would need ZIP64. */
    static final int MAX_MEMBERS = 65_000;
    /** The longest member: a bundle of entries. A manifest of all members is shorter. */
    static final int MAX_MEMBER_BYTES = 17 << 20;

    static final int MAX_NAME_BYTES = 64;
    static final long MAX_FILE_BYTES = 0xffff_ffffL;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final short VERSION = 10;
    /** The first of January 1980, the earliest date of ZIP. */
    private static final short DATE = 0x21;

    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int members;
    private long offset;

    /** The header before a member, from which its directory entry is derived. */
    byte[] add(String name, int crc, int sizeBytes) {
        byte[] nameBytes = name.getBytes(US_ASCII);
        long next = offset + LOCAL_HEADER_BYTES + nameBytes.length + sizeBytes;
        if (members == MAX_MEMBERS || sizeBytes > MAX_MEMBER_BYTES || next + directory.size() > MAX_FILE_BYTES) {
            throw new IllegalArgumentException(
                    "A bundle has at most 65,000 members, each of at most 17 MiB, and 4 GiB in all");
        }
        byte[] header = local(nameBytes, crc, sizeBytes);
        directory.writeBytes(central(header, nameBytes));
        members++;
        offset = next;
        return header;
    }

    private static byte[] local(byte[] name, int crc, int sizeBytes) {
        return little(LOCAL_HEADER_BYTES + name.length)
                .putInt(LOCAL_SIGNATURE)
                .putShort(VERSION)
                .putInt(0)
                .putShort((short) 0)
                .putShort(DATE)
                .putInt(crc)
                .putInt(sizeBytes)
                .putInt(sizeBytes)
                .putShort((short) name.length)
                .putShort((short) 0)
                .put(name)
                .array();
    }

    private byte[] central(byte[] header, byte[] name) {
        return little(DIRECTORY_HEADER_BYTES + name.length)
                .putInt(DIRECTORY_SIGNATURE)
                .putShort(VERSION)
                .put(header, 4, 26)
                .put(new byte[10])
                .putInt((int) offset)
                .put(name)
                .array();
    }

    /** The bytes after the last member. */
    byte[] end() {
        ByteArrayOutputStream end = new ByteArrayOutputStream();
        end.writeBytes(directory.toByteArray());
        end.writeBytes(little(22)
                .putInt(END_SIGNATURE)
                .putInt(0)
                .putShort((short) members)
                .putShort((short) members)
                .putInt(directory.size())
                .putInt((int) offset)
                .putShort((short) 0)
                .array());
        return end.toByteArray();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
