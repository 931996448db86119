package lantian.reporting.rebuild.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import lantian.kit.security.Caller;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.reporting.rebuild.Asked;
import lantian.reporting.rebuild.AskingForRebuild;
import lantian.reporting.rebuild.Rebuilds;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An operator has the projections built anew, and follows it. */
@RestController
@RequestMapping(RebuildController.PATH)
@Tag(
    name = "projections",
    description = "投影：报告和看板所依据的表 / projections: what reports and boards rest on")
class RebuildController {
  static final String PATH = "/api/v1/projections/rebuild";

  private final AskingForRebuild asking;
  private final Rebuilds rebuilds;

  RebuildController(AskingForRebuild asking, Rebuilds rebuilds) {
    this.asking = asking;
    this.rebuilds = rebuilds;
  }

  @PostMapping
  @Operation(
      summary = "由保存的事件重建全部投影 / builds all projections anew from the kept events",
      description =
          "期间照常读取新事件，报告和看板仍用原来的投影，完成时一次换上；已有的报告保持不变。正在重建，或有事件未曾保存时，回答 409。"
              + " / New events are taken in meanwhile, reports and boards keep the old projections until the new ones"
              + " are put in at once; reports that are there stay. 409 while one is running, or where events were not kept.")
  ResponseEntity<RebuildView> ask(Caller caller) {
    return switch (asking.ask(caller.subject())) {
      case Asked.Accepted accepted ->
          ResponseEntity.accepted()
              .location(URI.create(PATH))
              .body(RebuildView.of(accepted.rebuild()));
      case Asked.UnderWay(var running) ->
          throw Problem.of(
              ProblemType.WRONG_STATE,
              "reporting.rebuild-running",
              running.askedBy(),
              running.read(),
              running.events());
      case Asked.EventsMissing(var missing) ->
          throw Problem.of(ProblemType.WRONG_STATE, "reporting.events-missing", missing);
    };
  }

  @GetMapping
  @Operation(summary = "最近一次重建及其进度 / the latest rebuild and how far it is")
  RebuildView last() {
    return rebuilds
        .last()
        .map(RebuildView::of)
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "reporting.rebuild-none"));
  }
}
