package org.stele.campaigns;

import java.security.SecureRandom;

/** The Scale says how many runs a campaign has, and from which seed: {@code -Druns=N -Dseed=N}. */
final class Scale {

    private Scale() {}

    static int runs(int inTheBuild, int inTheProfile) {
        return Integer.getInteger("runs", isLong() ? inTheProfile : inTheBuild);
    }

    static boolean isLong() {
        return "long".equals(System.getProperty("campaign"));
    }

    /** The seed asked for, or else a new one for a campaign and always the same one in the build; printed, so that it can be asked for. */
    static long seed(String what) {
        long seed = Long.getLong("seed", isLong() ? new SecureRandom().nextInt(Integer.MAX_VALUE) : 20_261_129);
        System.out.println(what + " runs with -Dseed=" + seed);
        return seed;
    }
}
