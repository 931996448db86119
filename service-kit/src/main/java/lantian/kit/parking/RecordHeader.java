package lantian.kit.parking;

import org.jspecify.annotations.Nullable;

/** One header of a record, as it came. */
record RecordHeader(String name, byte @Nullable [] value) {}
