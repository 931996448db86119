package lantian.warning.approvalform;

import java.time.Instant;
import java.util.UUID;

/**
 * A form without its bytes.
 *
 * @param number counts those of a proposal, from 1
 * @param sha256 of its bytes, in hexadecimal
 */
public record ApprovalForm(
    UUID proposalId, int number, ScanType type, int size, String sha256, String by, Instant at) {}
