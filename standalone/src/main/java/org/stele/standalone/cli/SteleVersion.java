package org.stele.standalone.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class SteleVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = SteleVersion.class.getPackage().getImplementationVersion();
        return new String[] {"stele " + (version == null ? "(not from a jar)" : version)};
    }
}
