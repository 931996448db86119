package lantian.broken.transaction.web;

import org.springframework.transaction.annotation.Transactional;

/** Breaks the rule that use cases own the transaction. */
@Transactional
class TransactionController {}
