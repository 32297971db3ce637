package org.stele.ledger.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A CanonicalNumber is the one spelling of a number: that of ECMAScript for the nearest double (RFC 8785, section 3.2.2.3).
 * A number that this spelling would change is refused.
 */
final class CanonicalNumber {

    private static final int MAX_CHARACTERS = 64;

    /** Above it not every whole number is a double. */
    private static final BigDecimal MAX_WHOLE = new BigDecimal(1L << 53);

    /** No double needs more digits to be told from its neighbours. */
    private static final int MAX_DIGITS = 17;

    private CanonicalNumber() {}

    /** @param text a number by the grammar of JSON */
    static String of(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException("A number of more than " + MAX_CHARACTERS + " characters");
        }
        BigDecimal stated = stated(text);
        if (stated.signum() == 0) {
            return "0";
        }
        double value = Double.parseDouble(text);
        BigDecimal shortest = Double.isInfinite(value) || value == 0 ? BigDecimal.ZERO : shortest(value);
        boolean isWhole = stated.stripTrailingZeros().scale() <= 0;
        if (shortest.compareTo(stated) != 0 || isWhole && stated.abs().compareTo(MAX_WHOLE) > 0) {
            throw new IllegalArgumentException(
                    "The number " + text + " is not one that every program holds exactly. Write it as a text");
        }
        return spelled(shortest);
    }

    private static BigDecimal stated(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The number " + text + " has too large an exponent", e);
        }
    }

    /**
     * The shortest decimal that is read as this double, and the closest of these. Java writes longer ones before version 19.
     */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MAX_DIGITS; digits++) {
            BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
            boolean isDownCloser =
                    exact.subtract(down).abs().compareTo(up.subtract(exact).abs()) <= 0;
            BigDecimal closer = isDownCloser ? down : up;
            BigDecimal other = isDownCloser ? up : down;
            if (closer.doubleValue() == value) {
                return closer;
            }
            if (other.doubleValue() == value) {
                return other;
            }
        }
        return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
    }

    /** ECMAScript, Number::toString: plain between 1e-7 and 1e21. */
    private static String spelled(BigDecimal value) {
        BigDecimal stripped = value.abs().stripTrailingZeros();
        String digits = stripped.unscaledValue().toString();
        int point = digits.length() - stripped.scale();
        String sign = value.signum() < 0 ? "-" : "";
        if (point > 0 && point <= 21) {
            return sign
                    + (digits.length() <= point
                            ? digits + "0".repeat(point - digits.length())
                            : digits.substring(0, point) + "." + digits.substring(point));
        }
        if (point > -6 && point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        return sign + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
