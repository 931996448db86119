/** Reads the editions of HJ 633 from the data files in {@code aqi/} on the class path. */
@NullMarked
package lantian.warning.aqi.file;

import org.jspecify.annotations.NullMarked;
