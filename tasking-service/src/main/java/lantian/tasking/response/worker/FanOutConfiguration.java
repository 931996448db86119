package lantian.tasking.response.worker;

import lantian.tasking.TaskingSettings;
import lantian.tasking.fanout.Retrying;
import lantian.tasking.response.ChunkSize;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands out what the settings say. */
@Configuration(proxyBeanMethods = false)
class FanOutConfiguration {

  @Bean
  ChunkSize chunkSize(TaskingSettings settings) {
    return new ChunkSize(settings.fanOut().unitsPerChunk());
  }

  @Bean
  Retrying retrying(TaskingSettings settings) {
    var fanOut = settings.fanOut();
    return new Retrying(fanOut.tries(), fanOut.firstPause(), fanOut.longestPause());
  }
}
