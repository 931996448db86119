package lantian.warning.publication;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Makes of one message the documents of all forms. */
@Service
public class MakingDocuments {
  private final Map<DocumentForm.Name, DocumentForm> forms = new EnumMap<>(DocumentForm.Name.class);

  public MakingDocuments(List<DocumentForm> forms) {
    forms.forEach(form -> this.forms.put(form.name(), form));
    for (DocumentForm.Name name : DocumentForm.Name.values()) {
      form(name);
    }
  }

  public Documents drafts(Message message) {
    return new Documents(
        form(DocumentForm.Name.CAP).draft(message), form(DocumentForm.Name.CAP_CN).draft(message));
  }

  /** The drafts as this message; {@link UnfitDocument} where one breaks a rule of its form. */
  public Documents finish(Documents drafts, Reference as) {
    return new Documents(
        form(DocumentForm.Name.CAP).finish(drafts.cap(), new Stamp(as.identifier(), as.sent())),
        form(DocumentForm.Name.CAP_CN)
            .finish(drafts.capCn(), new Stamp(as.nationalIdentifier(), as.sent())));
  }

  private DocumentForm form(DocumentForm.Name name) {
    DocumentForm form = forms.get(name);
    if (form == null) {
      throw new IllegalStateException("no form " + name);
    }
    return form;
  }
}
