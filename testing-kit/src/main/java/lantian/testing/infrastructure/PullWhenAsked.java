package lantian.testing.infrastructure;

import org.testcontainers.images.AbstractImagePullPolicy;
import org.testcontainers.images.ImageData;
import org.testcontainers.utility.DockerImageName;

/**
 * Nothing is pulled, not even what Testcontainers needs for itself, unless containers were asked
 * for. Named in testcontainers.properties.
 */
public final class PullWhenAsked extends AbstractImagePullPolicy {
  private final Settings.Mode mode;

  /** As the settings of this run say. */
  public PullWhenAsked() {
    this(Settings.ofThisRun().mode());
  }

  PullWhenAsked(Settings.Mode mode) {
    this.mode = mode;
  }

  @Override
  public boolean shouldPull(DockerImageName image) {
    return mode == Settings.Mode.CONTAINERS && super.shouldPull(image);
  }

  @Override
  protected boolean shouldPullCached(DockerImageName image, ImageData here) {
    return false;
  }
}
