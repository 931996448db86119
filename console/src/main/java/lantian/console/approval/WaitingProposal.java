package lantian.console.approval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import lantian.console.drill.OpenDrill;
import org.jspecify.annotations.Nullable;

/**
 * A proposal with all that is to be known before it is decided.
 *
 * @param drill null where it is live
 * @param preview null where the service does not tell
 */
public record WaitingProposal(
    Proposal proposal, OpenDrill.@Nullable Announced drill, @Nullable Preview preview) {

  /**
   * SHA-256 of what there is to decide on: what is proposed and why, what the experts say, what the
   * lint finds. Not of what moves by itself, such as the hours that are left, nor of the texts for
   * the public, in which the moment of publication stands.
   */
  public String seen() {
    List<String> parts = new ArrayList<>();
    parts.add(proposal.id());
    parts.add(proposal.mode());
    parts.add(proposal.jurisdiction());
    parts.add(proposal.warningId());
    parts.add(proposal.kind());
    parts.add(proposal.from());
    parts.add(proposal.to());
    parts.add(proposal.cause());
    parts.add(proposal.response());
    parts.add(String.valueOf(proposal.validFrom()));
    parts.add(String.valueOf(proposal.validTo()));
    parts.add(proposal.policy());
    parts.add(proposal.reason());
    parts.add(proposal.consultation().toString());
    if (preview == null) {
      parts.add("no preview");
    } else {
      preview.findings().forEach(found -> parts.add(found.code() + found.pointer()));
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      // Each part with its length, so that no two lists of parts are alike.
      parts.forEach(
          part -> sha256.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
