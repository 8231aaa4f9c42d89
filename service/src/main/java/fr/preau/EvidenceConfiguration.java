package fr.preau;

import fr.preau.kernel.Setting;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.validation.MinDataSize;

/** The {@code evidence} part of {@code config.yml}: how much of it the database keeps. */
final class EvidenceConfiguration {
    /** What one collectivity may keep unless told otherwise. */
    static final long ROOM = 2L * 1024 * 1024 * 1024;

    @MinDataSize(value = 10, unit = DataSizeUnit.MEBIBYTES)
    @Setting
    private DataSize perCollectivity = DataSize.bytes(ROOM);

    long room() {
        return perCollectivity.toBytes();
    }
}
