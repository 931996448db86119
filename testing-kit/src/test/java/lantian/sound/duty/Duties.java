package lantian.sound.duty;

/** Where duties are kept. */
public interface Duties {
  Duty named(String code);
}
