package org.stele.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the fuzzer calls: the first byte chooses a parser, unless one is chosen for the whole run; the others are for it. */
public final class FuzzedParser {

    /** The name of a system property with the one parser of a run. */
    static final String CHOSEN = "fuzz.parser";

    /** The value of it for a run that has to fail. */
    static final String PLANTED = "planted";

    private static final Parser[] ALL = Parser.values();
    private static final String OF_THIS_RUN = System.getProperty(CHOSEN, "");

    private FuzzedParser() {}

    /** Found by Jazzer by its name. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (OF_THIS_RUN.equals(PLANTED)) {
            plantedFault(input);
        } else if (input.length > 0) {
            parser(input[0]).refusal(Arrays.copyOfRange(input, 1, input.length));
        }
    }

    /** What a fuzzer has to find by what it sees of the execution, for the control of the tests. */
    private static void plantedFault(byte[] input) {
        if (new String(input, StandardCharsets.ISO_8859_1).contains("S/RES/2397")) {
            throw new IllegalStateException("The planted fault");
        }
    }

    private static Parser parser(byte first) {
        return OF_THIS_RUN.isEmpty() ? ALL[(first & 0xff) % ALL.length] : Parser.valueOf(OF_THIS_RUN);
    }

    /** The input that leads to this parser with these bytes. */
    static byte[] input(Parser parser, byte[] bytes) {
        byte[] input = new byte[bytes.length + 1];
        input[0] = (byte) parser.ordinal();
        System.arraycopy(bytes, 0, input, 1, bytes.length);
        return input;
    }
}
