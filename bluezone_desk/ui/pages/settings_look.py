"""How the program looks on this computer: language, scheme and the size of its text."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QButtonGroup, QCheckBox, QComboBox, QHBoxLayout, QPushButton, QWidget

from bluezone_desk.domain.office import Office
from bluezone_desk.i18n import gettext as _
from bluezone_desk.ui import remembered
from bluezone_desk.ui.pages.settings_form import SettingsForm
from bluezone_desk.ui.pages.settings_labels import LabelSettings
from bluezone_desk.ui.style import set_role
from bluezone_desk.ui.theme import dress, theme
from bluezone_desk.ui.widgets.labelled_field import LabelledField

_SCALES = (100, 110, 125, 150)
#: Each language is called what its readers call it.
_LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))


class LookSettings(SettingsForm):
    """Kept on this computer as soon as it is chosen; the book knows nothing of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = _("For this computer only, kept as soon as it is chosen.")
        super().__init__(_("Appearance"), words, parent)
        self.language, self.scale = QComboBox(), QComboBox()
        for code, name in _LANGUAGES:
            self.language.addItem(name, code)
        for percent in _SCALES:
            self.scale.addItem(f"{percent}%", percent)
        self.schemes = QButtonGroup(self)
        later = _("From the next start.")
        self._language = self.add(_("Language"), self.language, hint=later)
        self._scale = self.add(_("Text size"), self.scale, column=1, hint=later)
        self.add_widget(LabelledField(_("Colours"), self._scheme_choices()))
        self.sounds = QCheckBox(_("Sounds at the desk: recorded, not recorded"))
        self.sounds.setChecked(remembered.has_sounds())
        self.sounds.toggled.connect(lambda on: remembered.remember_sounds(on=on))
        self.add_widget(self.sounds)
        self.labels = LabelSettings()
        self.add_widget(self.labels)
        self._show(remembered.appearance())
        self.language.activated.connect(self._keep)
        self.scale.activated.connect(self._keep)
        self.schemes.idClicked.connect(self._keep)

    def show_office(self, office: Office) -> None:
        """Nothing here belongs to the office."""

    def read_into(self, office: Office) -> Office:
        return office

    def _show(self, look: remembered.Appearance) -> None:
        self.language.setCurrentIndex(max(0, self.language.findData(look.language)))
        self.scale.setCurrentIndex(max(0, self.scale.findData(look.percent)))
        self.schemes.button(int(look.is_dark)).setChecked(True)

    def _keep(self) -> None:
        chosen = replace(
            remembered.appearance(),
            language=str(self.language.currentData()),
            is_dark=self.schemes.checkedId() == 1,
            percent=int(self.scale.currentData()),
        )
        remembered.remember_appearance(chosen)
        application = QApplication.instance()
        if chosen.is_dark != theme().is_dark and isinstance(application, QApplication):
            dress(application, dark=chosen.is_dark, percent=theme().percent)

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
