package org.lazaretto.session;

import java.nio.file.Path;
import org.lazaretto.report.ReportFormat;

/**
 * A report on disk.
 *
 * @param sha256 of its bytes, 64 hexadecimal digits, as the journal has it
 */
public record WrittenReport(ReportFormat format, Path file, String sha256) {}
