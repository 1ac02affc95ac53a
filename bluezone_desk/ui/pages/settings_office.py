"""The office as its papers name it, and who signs them."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from bluezone_desk.domain.codes import Trouble
from bluezone_desk.domain.names import clean_name
from bluezone_desk.domain.office import Office, Signatory
from bluezone_desk.i18n import gettext as _
from bluezone_desk.i18n import noop
from bluezone_desk.sentences import sentence
from bluezone_desk.ui.pages.settings_form import SettingsForm
from bluezone_desk.ui.theme import theme

#: Decree 30/2020, Appendix I, box 7a.
AUTHORITIES = (
    ("", noop("signs as the head")),
    ("TM.", noop("TM. – on behalf of the collective")),
    ("KT.", noop("KT. – for the head, as deputy")),
    ("TL.", noop("TL. – by order of the head")),
    ("TUQ.", noop("TUQ. – by authorisation of the head")),
    ("Q.", noop("Q. – acting head")),
)


class OfficeSettings(SettingsForm):
    """Names, addressees and the signature block."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Office"), _("What stands on every paper, in the form of Decree 30/2020."), parent)
        self.name, self.body_above, self.symbol, self.place = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.addressee, self.archive, self.contact = QLineEdit(), QLineEdit(), QLineEdit()
        self.recipients = QPlainTextEdit()
        self.recipients.setTabChangesFocus(True)
        self.recipients.setFixedHeight(theme().px(74))
        self.signatory, self.signatory_title, self.head = QLineEdit(), QLineEdit(), QLineEdit()
        self.authority = QComboBox()
        for mark, words in AUTHORITIES:
            self.authority.addItem(_(words), mark)
        self._lay_out()
        self.watch(self.name, self.body_above, self.symbol, self.place, self.addressee, self.archive)
        self.watch(self.contact, self.signatory, self.signatory_title, self.head, self.recipients)
        self.authority.currentIndexChanged.connect(self._authority_chosen)

    def show_office(self, office: Office) -> None:
        signatory = office.signatory
        for field, text in (
            (self.name, office.name),
            (self.body_above, office.parent),
            (self.symbol, office.symbol),
            (self.place, office.place),
            (self.addressee, office.addressee),
            (self.archive, office.archive),
            (self.contact, office.contact),
            (self.signatory, signatory.name),
            (self.signatory_title, signatory.title),
            (self.head, signatory.on_behalf_of),
        ):
            field.setText(text)
        self.recipients.setPlainText("\n".join(office.recipients))
        self.authority.setCurrentIndex(max(0, self.authority.findData(signatory.authority)))
        self._show_head()

    def read_into(self, office: Office) -> Office:
        recipients = (clean_name(line).strip(" ;.-") for line in self.recipients.toPlainText().splitlines())
        return replace(
            office,
            name=clean_name(self.name.text()),
            parent=clean_name(self.body_above.text()),
            symbol=clean_name(self.symbol.text()),
            place=clean_name(self.place.text()),
            addressee=clean_name(self.addressee.text()),
            archive=clean_name(self.archive.text()),
            contact=clean_name(self.contact.text()),
            recipients=tuple(line for line in recipients if line),
            signatory=self._signatory(),
        )

    def first_problem(self) -> QWidget | None:
        is_missing = not clean_name(self.name.text())
        self._name.show_problem(sentence(Trouble.OFFICE_NAME_MISSING) if is_missing else "")
        return self.name if is_missing else None

    def _signatory(self) -> Signatory:
        authority = str(self.authority.currentData())
        return Signatory(
            clean_name(self.signatory.text()),
            clean_name(self.signatory_title.text()),
            authority,
            clean_name(self.head.text()) if authority else "",
        )

    def _authority_chosen(self) -> None:
        self._show_head()
        self.changed.emit()

    def _show_head(self) -> None:
        self.head.setEnabled(bool(self.authority.currentData()))

    def _lay_out(self) -> None:
        self._name = self.add(_("Name of the office, as on its papers"), self.name, is_wide=True)
        self.add(_("Body above (may stay empty)"), self.body_above)
        self.add(_("Place named before the date"), self.place, column=1)
        self.add(_("Symbol after BC- in the document number"), self.symbol)
        self.add(_("Report goes up to (Kính gửi; may stay empty)"), self.addressee, column=1)
        self.add(_("Who signs the report"), self.signatory)
        self.add(_("Title of who signs"), self.signatory_title, column=1)
        self.add(_("Authority to sign"), self.authority)
        self.add(_("Signs for (title of the head)"), self.head, column=1)
        self.add(_("Recipients (Nơi nhận), one for each line"), self.recipients, is_wide=True)
        self.add(_("Archive (Lưu)"), self.archive)
        self.add(_("Contact for questions about the data"), self.contact, column=1)
