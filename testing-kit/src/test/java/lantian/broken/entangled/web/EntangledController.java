package lantian.broken.entangled.web;

import lantian.broken.entangled.persistence.EntangledDuties;

/** Breaks the rule that adapters do not know each other. */
record EntangledController(EntangledDuties duties) {}
