package lantian.warning.series.web.sheet;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import lantian.events.Resolution;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The templates of the files that forecasts and observations are sent in. */
@RestController
@Tag(name = "templates", description = "填报模板 / templates to fill in")
class TemplateController {

  @GetMapping("/api/v1/forecasts/template.csv")
  @Operation(summary = "预报填报模板（CSV） / the template of a forecast, CSV")
  ResponseEntity<byte[]> forecastCsv(@RequestParam(defaultValue = "HOURLY") Resolution resolution) {
    return file("forecast", "csv", CsvSheet.MEDIA_TYPE, SeriesTemplates.csv(resolution));
  }

  @GetMapping("/api/v1/forecasts/template.xlsx")
  @Operation(summary = "预报填报模板（Excel） / the template of a forecast, Excel")
  ResponseEntity<byte[]> forecastExcel(
      @RequestParam(defaultValue = "HOURLY") Resolution resolution) {
    return file("forecast", "xlsx", ExcelSheet.MEDIA_TYPE, SeriesTemplates.excel(resolution));
  }

  @GetMapping("/api/v1/observations/template.csv")
  @Operation(summary = "监测填报模板（CSV） / the template of observations, CSV")
  ResponseEntity<byte[]> observationCsv() {
    return file("observation", "csv", CsvSheet.MEDIA_TYPE, SeriesTemplates.csv(Resolution.HOURLY));
  }

  @GetMapping("/api/v1/observations/template.xlsx")
  @Operation(summary = "监测填报模板（Excel） / the template of observations, Excel")
  ResponseEntity<byte[]> observationExcel() {
    return file(
        "observation", "xlsx", ExcelSheet.MEDIA_TYPE, SeriesTemplates.excel(Resolution.HOURLY));
  }

  private static ResponseEntity<byte[]> file(
      String of, String ending, String type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("lantian-" + of + "-template." + ending)
                .build()
                .toString())
        .body(content);
  }
}
