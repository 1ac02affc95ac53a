"""How the program looks on this computer: language, scheme and the size of its text."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QHBoxLayout, QPushButton, QWidget

from bluezone_desk import i18n
from bluezone_desk.domain.office import Office
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui import remembered
from bluezone_desk.ui.pages.settings_form import SettingsForm
from bluezone_desk.ui.pages.settings_labels import LabelSettings
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.widgets.labelled_field import LabelledField

_SCALES = (100, 110, 125, 150)
#: Each language is called what its readers call it.
_LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))


class LookSettings(SettingsForm):
    """Kept on this computer as soon as it is chosen; the book knows nothing of it.

    `look_chosen` when the window should look otherwise; `is_waiting` until it does.
    """

    look_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        words = _("For this computer only, kept as soon as it is chosen.")
        super().__init__(_("Appearance"), words, parent)
        self.language, self.scale = QComboBox(), QComboBox()
        for code, name in _LANGUAGES:
            self.language.addItem(name, code)
        for percent in _SCALES:
            self.scale.addItem(f"{percent}%", percent)
        self.schemes = QButtonGroup(self)
        self.is_waiting = False
        self._speaks_anew = False
        self._used: QWidget | None = None
        self._language = self.add(_("Language"), self.language)
        self._scale = self.add(_("Text size"), self.scale, column=1)
        self.add_widget(LabelledField(_("Colours"), self._scheme_choices()))
        self.sounds = QCheckBox(_("Sounds at the desk: recorded, not recorded"))
        self.sounds.setChecked(remembered.has_sounds())
        self.sounds.toggled.connect(lambda on: remembered.remember_sounds(on=on))
        self.add_widget(self.sounds)
        self.labels = LabelSettings()
        self.add_widget(self.labels)
        self._show(_worn())
        for choice in (self.language, self.scale):
            choice.activated.connect(lambda _place, used=choice: self._keep(used))
        self.schemes.idClicked.connect(lambda place: self._keep(self.schemes.button(place)))

    def show_office(self, office: Office) -> None:
        """Nothing here belongs to the office."""

    def read_into(self, office: Office) -> Office:
        return office

    def take_over(self, before: "LookSettings") -> None:
        """Go on where another form was worked in."""
        for mine, other in zip(self._choices(), before._choices(), strict=True):
            if other is before._used:
                mine.setFocus(Qt.FocusReason.OtherFocusReason)

    def use_language(self) -> None:
        """Speak the language chosen here, if another was chosen; else the one in use stays."""
        if self._speaks_anew:
            i18n.use_language(str(self.language.currentData()))

    def show_hindrance(self, *, is_hindered: bool) -> None:
        """Say why what was chosen here is not seen yet."""
        words = _("Save or drop the changes of the other sections first.")
        self._scale.show_hint(words if is_hindered else "")

    def _choices(self) -> tuple[QWidget, ...]:
        return (self.language, self.scale, *self.schemes.buttons())

    def _show(self, look: remembered.Appearance) -> None:
        self.language.setCurrentIndex(max(0, self.language.findData(look.language)))
        self.scale.setCurrentIndex(max(0, self.scale.findData(look.percent)))
        self.schemes.button(int(look.is_dark)).setChecked(True)

    def _keep(self, used: QWidget) -> None:
        before = _worn()
        chosen = replace(
            before,
            language=str(self.language.currentData()),
            is_dark=self.schemes.checkedId() == 1,
            percent=int(self.scale.currentData()),
        )
        remembered.remember_appearance(chosen)
        if chosen == before:
            return
        self._used, self.is_waiting = used, True
        self._speaks_anew = self._speaks_anew or chosen.language != before.language
        self.look_chosen.emit()

    def _scheme_choices(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for number, name in enumerate((_("Light"), _("Dark"))):
            choice = QPushButton(name)
            choice.setCheckable(True)
            set_role(choice, "segment")
            self.schemes.addButton(choice, number)
            row.addWidget(choice)
        row.addStretch(1)
        return held


def _worn() -> remembered.Appearance:
    """The look as it is now: a language asked for on the command line counts before the one remembered."""
    return replace(remembered.appearance(), language=i18n.language())
