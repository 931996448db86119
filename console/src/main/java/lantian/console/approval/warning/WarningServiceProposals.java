package lantian.console.approval.warning;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lantian.console.approval.Answer;
import lantian.console.approval.Decision;
import lantian.console.approval.Preview;
import lantian.console.approval.Proposal;
import lantian.console.approval.Proposals;
import lantian.console.approval.Reader;
import lantian.console.approval.WaitingProposal;
import lantian.console.drill.OpenDrill;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Asks warning-service, with the token of whoever reads or decides. */
@Component
class WarningServiceProposals implements Proposals {
  private static final Logger log = LoggerFactory.getLogger(WarningServiceProposals.class);

  /** More nobody reads on one page; each costs a preview. */
  private static final int MOST = 50;

  private static final List<String> WAITING = List.of("SUBMITTED", "RETURNED", "OPEN");

  private static final Comparator<WaitingProposal> PRESSING =
      Comparator.comparing((WaitingProposal waiting) -> !waiting.proposal().isSubmitted())
          .thenComparing(waiting -> dueOrProposed(waiting.proposal()));

  private final WarningServiceCalls calls;

  WarningServiceProposals(WarningServiceCalls calls) {
    this.calls = calls;
  }

  private record Items<T>(List<T> items) {}

  private interface Question<T> {
    T ask();
  }

  @Override
  public Answer<Waiting> waiting(@Nullable String jurisdiction, Reader reader) {
    return answered(
        () -> {
          List<WaitingProposal> found = new ArrayList<>(of(null, jurisdiction, reader));
          for (OpenDrill.Announced drill : openDrills(jurisdiction, reader)) {
            found.addAll(of(drill, jurisdiction, reader));
          }
          found.sort(PRESSING);
          List<WaitingProposal> shown =
              found.stream().limit(MOST).map(each -> previewed(each, reader)).toList();
          return new Waiting(shown, found.size() - shown.size());
        });
  }

  @Override
  public Answer<WaitingProposal> one(UUID proposal, @Nullable UUID drill, Reader reader) {
    return answered(
        () ->
            previewed(
                new WaitingProposal(
                    calls.get(
                        proposals(drill == null ? null : drill.toString()) + "/" + proposal,
                        reader,
                        new ParameterizedTypeReference<Proposal>() {}),
                    drill == null ? null : drill(drill, reader),
                    null),
                reader));
  }

  @Override
  public Answer<Proposal> decide(Decision decision, Reader reader) {
    UUID drill = decision.drill();
    String address =
        proposals(drill == null ? null : drill.toString())
            + "/"
            + decision.proposal()
            + "/"
            + decision.move().name().toLowerCase(Locale.ROOT);
    return answered(
        () -> {
          try {
            return calls.decide(address, decision, reader);
          } catch (ResourceAccessException e) {
            // The same key: had it been decided, this gives the answer that was lost.
            log.info("a decision is sent once more: {}", e.toString());
            return calls.decide(address, decision, reader);
          }
        });
  }

  private List<WaitingProposal> of(
      OpenDrill.@Nullable Announced drill, @Nullable String jurisdiction, Reader reader) {
    String address = proposals(drill == null ? null : drill.id());
    return WAITING.stream()
        .flatMap(
            state ->
                calls
                    .get(
                        address
                            + "?state="
                            + state
                            + (jurisdiction == null ? "" : "&jurisdiction=" + jurisdiction),
                        reader,
                        new ParameterizedTypeReference<Items<Proposal>>() {})
                    .items()
                    .stream())
        .map(proposal -> new WaitingProposal(proposal, drill, null))
        .toList();
  }

  private List<OpenDrill.Announced> openDrills(@Nullable String jurisdiction, Reader reader) {
    return calls
        .get(
            "/api/v1/drills?open=true",
            reader,
            new ParameterizedTypeReference<Items<OpenDrill.Announced>>() {})
        .items()
        .stream()
        .filter(drill -> jurisdiction == null || drill.jurisdiction().equals(jurisdiction))
        .toList();
  }

  private OpenDrill.Announced drill(UUID id, Reader reader) {
    return calls.get(
        "/api/v1/drills/" + id, reader, new ParameterizedTypeReference<OpenDrill.Announced>() {});
  }

  /** Without what cannot be told now; whoever decides sees that it is missing. */
  private WaitingProposal previewed(WaitingProposal waiting, Reader reader) {
    var drill = waiting.drill();
    var proposal = waiting.proposal();
    String address =
        proposals(drill == null ? null : drill.id()) + "/" + proposal.id() + "/publication";
    try {
      return new WaitingProposal(
          proposal,
          drill,
          calls.get(address, reader, new ParameterizedTypeReference<Preview>() {}));
    } catch (RestClientException e) {
      log.warn("no preview of proposal {}: {}", proposal.id(), e.toString());
      return new WaitingProposal(proposal, drill, null);
    }
  }

  private static String proposals(@Nullable String drill) {
    return drill == null ? "/api/v1/proposals" : "/api/v1/drills/" + drill + "/proposals";
  }

  private static OffsetDateTime dueOrProposed(Proposal proposal) {
    var deadline = proposal.deadline();
    return deadline == null ? proposal.proposedAt() : deadline.dueAt();
  }

  private static <T> Answer<T> answered(Question<T> question) {
    try {
      return new Answer.Told<>(question.ask());
    } catch (RestClientResponseException e) {
      log.info("warning-service refuses: {}", e.getStatusCode());
      return ProblemDocument.of(e)
          .<Answer<T>>map(Answer.Refused::new)
          .orElseGet(Answer.Silent::new);
    } catch (RestClientException e) {
      log.warn("warning-service does not answer about proposals: {}", e.toString());
      return new Answer.Silent<>();
    }
  }
}
