"""One style sheet, built from the tokens. Widgets say what they are through `set_role`, never how they look.

Roles: QFrame `card`, `mat`; QPushButton `primary`, `danger`, `quiet`, `link`, `segment`; QLabel `title`,
`heading`, `label`, `faint`, `figure`, `problem`, `doubt`, `pill` (with a tone: good, warn, bad, calm, accent).
"""

from string import Template

from PySide6.QtWidgets import QWidget

from bluezone_desk.paths import resource
from bluezone_desk.ui.tokens import Tokens

_SHEET = Template("""
* { font-family: "Be Vietnam Pro"; }
QWidget { color: $ink; font-size: ${p14}px; }
QMainWindow, QDialog, QWidget[role="page"], QStackedWidget { background: $ground; }
QScrollArea, QScrollArea > QWidget > QWidget[role="plain"] { background: transparent; border: none; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: ${r4}px ${r8}px; }

QFrame[role="card"] { background: $card; border: 1px solid $line; border-radius: 12px; }
QFrame[role="mat"] { background: $desk_mat; border: none; border-radius: 12px; }
QFrame[role="popup"] { background: $card; border: 1px solid $field_line; border-radius: 10px; }
QFrame[role="proof"] { background: $calm_soft; border: none; border-radius: 10px; }
QFrame[role="proof"][tone="good"] { background: $good_soft; }
QFrame[role="proof"][tone="bad"] { background: $bad_soft; }
QLabel[role="proof_title"] { font-size: ${p13}px; font-weight: 700; color: $calm_text; }
QLabel[role="proof_text"] { font-size: ${p13}px; color: $calm_text; }
QLabel[role="proof_title"][tone="good"], QLabel[role="proof_text"][tone="good"] { color: $good_text; }
QLabel[role="proof_title"][tone="bad"], QLabel[role="proof_text"][tone="bad"] { color: $bad_text; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${p15}px; font-weight: 700; }
QLabel[role="big"] { font-size: ${p20}px; font-weight: 700; }
QLabel[role="heading"] { font-size: ${p15}px; font-weight: 700; }
QLabel[role="label"] { font-size: ${p12}px; font-weight: 600; color: $second; }
QLabel[role="faint"] { font-size: ${p13}px; color: $second; }
QLabel[role="small"] { font-size: ${p12}px; color: $second; }
QLabel[role="figure"] { font-size: ${p26}px; font-weight: 700; }
QLabel[role="figure"][tone="accent"] { color: $accent_text; }
QLabel[role="guide"] { font-size: ${r19}px; }
QLabel[role="evacuation"] { font-size: ${p20}px; font-weight: 700; }
QLabel[role="evacuation"][tone="bad"] { color: $bad_text; }
QLabel[role="evacuation"][tone="good"] { color: $good_text; }
QLabel[role="problem"] { font-size: ${p12}px; font-weight: 600; color: $bad_text; }
QLabel[role="doubt"] { font-size: ${p12}px; font-weight: 600; color: $warn_text; }
QLabel[role="differs"] { font-weight: 600; color: $warn_text; }
QLabel[role="clock"] { font-size: ${p17}px; font-weight: 700; }
QLabel[role="pill"] { border-radius: ${p10}px; padding: ${r3}px ${r9}px; font-size: ${p12}px; font-weight: 600;
  background: $calm_soft; color: $calm_text; }
QLabel[role="pill"][tone="good"] { background: $good_soft; color: $good_text; }
QLabel[role="pill"][tone="warn"] { background: $warn_soft; color: $warn_text; }
QLabel[role="pill"][tone="bad"] { background: $bad_soft; color: $bad_text; }
QLabel[role="pill"][tone="accent"] { background: $accent_soft; color: $accent_text; }
QLabel[role="key"] { border: 1px solid $field_line; border-radius: 4px; padding: 0 ${r5}px; color: $second;
  font-size: ${p11}px; }

QPushButton { background: $card; border: 1px solid $field_line; border-radius: 8px; padding: 0 ${r14}px;
  min-height: ${r36}px; font-weight: 600; font-size: ${p13}px; }
QPushButton:hover { border-color: $accent; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 0 ${r13}px; min-height: ${r34}px; }
QPushButton:disabled { color: $disabled; border-color: $line; }
QPushButton[role="primary"] { background: $accent; border: 2px solid $accent; color: $on_accent;
  min-height: ${r42}px; font-size: ${p15}px; padding: 0 ${r22}px; }
QPushButton[role="primary"]:hover { background: $accent_dark; border-color: $accent_dark; }
QPushButton[role="primary"]:pressed { background: $accent_dark; }
QPushButton[role="primary"]:focus { border: 2px solid $ink; }
QPushButton[role="primary"]:disabled { background: $calm_soft; border-color: $calm_soft; color: $disabled; }
QPushButton[role="danger"] { color: $bad_text; border-color: $bad; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; color: $accent_text; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="link"] { background: transparent; border: none; color: $accent_text; padding: 0;
  min-height: ${r20}px; }
QPushButton[role="link"]:focus { text-decoration: underline; }
QPushButton[role="segment"] { border-radius: 8px; padding: 0 ${r12}px; min-height: ${r28}px; color: $second; }
QPushButton[role="segment"]:checked { background: $accent_soft; border: 1px solid $accent; color: $accent_text; }
QPushButton[role="segment"]:focus { border: 2px solid $accent; padding: 0 ${r11}px; min-height: ${r26}px; }
QPushButton[role="overdue"] { min-height: ${r20}px; margin-bottom: 8px; border: 1px solid $warn;
  border-radius: ${r10}px; padding: 0 ${r9}px; background: $warn_soft; color: $warn_text; font-size: ${p12}px; }
QPushButton[role="overdue"]:checked { background: $warn_text; border-color: $warn_text; color: $card; }
QPushButton[role="overdue"]:focus { border: 2px solid $accent; padding: 0 ${r8}px; min-height: ${r18}px; }
QPushButton[role="menu"] { padding: 0 ${r26}px 0 ${r12}px; }
QPushButton::menu-indicator { image: url("$chevron"); width: ${p12}px; height: ${p12}px;
  subcontrol-position: right center; subcontrol-origin: padding; right: ${p9}px; }

QLineEdit, QComboBox, QSpinBox, QDateTimeEdit, QPlainTextEdit, QTextEdit { background: $card; color: $ink;
  border: 1px solid $field_line; border-radius: 8px; padding: 0 ${r10}px; min-height: ${r36}px;
  selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit, QTextEdit { padding: ${r8}px ${r10}px; }
QLineEdit:hover, QComboBox:hover, QSpinBox:hover, QDateTimeEdit:hover { border-color: $calm; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateTimeEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid $accent; padding: 0 ${r9}px; min-height: ${r34}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ${r7}px ${r9}px; }
QLineEdit[tone="bad"], QComboBox[tone="bad"], QSpinBox[tone="bad"] { border: 2px solid $bad; padding: 0 ${r9}px;
  min-height: ${r34}px; }
QLineEdit[tone="warn"], QComboBox[tone="warn"] { border: 2px solid $warn; padding: 0 ${r9}px;
  min-height: ${r34}px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDateTimeEdit:disabled { color: $disabled;
  background: $ground; }
QLineEdit:read-only { background: $ground; }
QLineEdit[role="search"] { border-radius: 10px; font-size: ${p16}px; font-weight: 600; min-height: ${r44}px;
  padding-left: ${p38}px; }
QLineEdit[role="search"]:focus { border: 2px solid $accent; min-height: ${r42}px; padding-left: ${p37}px; }
QLineEdit[role="find"] { padding-left: ${p34}px; }
QLineEdit[role="find"]:focus { padding-left: ${p33}px; }
QComboBox QLineEdit, QSpinBox QLineEdit, QDateTimeEdit QLineEdit { border: none; background: transparent;
  padding: 0;
  min-height: 0; }
QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: ${p28}px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url("$chevron"); width: ${p13}px; height: ${p13}px; }
QSpinBox { padding-right: ${p22}px; max-height: ${r36}px; }
QSpinBox:focus { max-height: ${r34}px; }
QDateTimeEdit::up-button, QDateTimeEdit::down-button { border: none; background: transparent; width: 0; }
QDateTimeEdit[calendarPopup="false"]::down-arrow { image: none; width: 0; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: ${p24}px; }
QSpinBox::up-arrow { image: url("$chevron_up"); width: ${p11}px; height: ${p11}px; }
QSpinBox::down-arrow { image: url("$chevron"); width: ${p11}px; height: ${p11}px; }
QComboBox QAbstractItemView, QListView[role="options"] { background: $card; color: $ink;
  border: 1px solid $field_line; outline: none; padding: ${r4}px; selection-background-color: $accent_soft;
  selection-color: $ink; }
QComboBox QAbstractItemView::item, QListView[role="options"]::item { min-height: ${r30}px; padding: 0 ${r8}px; }
QListView[role="suggested"] { border: 1px solid $field_line; border-radius: 0; padding: 2px; }
QListView[role="suggested"]::item { min-height: ${r30}px; padding: 0 ${r8}px; }
QListView[role="suggested"]::item:selected { background: $selected; color: $ink; border-radius: 6px; }
QListView[role="options"]::item:selected { background: $selected; color: $ink; border-radius: 6px; }

QCheckBox, QRadioButton { spacing: ${p8}px; background: transparent; min-height: ${r26}px; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator { width: ${p16}px; height: ${p16}px;
  border: 1px solid $calm; border-radius: 4px; background: $card; }
QRadioButton::indicator { border-radius: ${p8}px; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent; border-color: $accent;
  image: url("$tick"); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url("$dot"); }
QCheckBox:focus, QRadioButton:focus { color: $accent_text; text-decoration: underline; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { width: ${p14}px; height: ${p14}px; }
QRadioButton[role="option"] { border-radius: 8px; padding: 0 ${r12}px; min-height: ${r40}px; font-weight: 600; }
QRadioButton[role="option"]:checked { background: $accent_soft; color: $accent_text; }

QTableView, QListView { background: $card; border: 2px solid transparent; outline: none; gridline-color: $line;
  selection-background-color: $selected; selection-color: $ink; alternate-background-color: $card; }
QTableView:focus, QListView:focus, QListView[role="options"]:focus, QScrollArea:focus {
  border: 2px solid $accent; border-radius: 6px; }
QTableView::item { border-bottom: 1px solid $line; padding: 0 ${r10}px; }
QTableView::item:selected { background: $selected; color: $ink; }
QDialog QTableView, QDialog QListView { border: 1px solid $line; border-radius: 8px; }
QDialog QTableView:focus, QDialog QListView:focus { border: 2px solid $accent; border-radius: 8px; }
QHeaderView { background: transparent; border: none; }
QTableCornerButton::section { background: transparent; border: none; border-bottom: 1px solid $line; }
QHeaderView::section { background: transparent; color: $second; border: none; border-bottom: 1px solid $line;
  padding: 0 ${r10}px; min-height: ${r32}px; font-size: ${p12}px; font-weight: 600; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: $field_line; border-radius: 3px; min-height: 32px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle:horizontal { background: $field_line; border-radius: 3px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { border: none; border-radius: 4px; background: $calm_soft; max-height: ${r8}px;
  min-height: ${r8}px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QMenu { background: $card; border: 1px solid $field_line; padding: ${r4}px; }
QMenu::item { padding: ${r7}px ${r22}px; border-radius: 6px; }
QMenu::item:selected { background: $selected; color: $ink; }

QDialog { background: $ground; }
QFrame#navigation { background: $nav; border: none; }
QFrame#navigation QLabel { color: $nav_second; }
QFrame#navigation QLabel#brand { color: #FFFFFF; font-size: ${p15}px; font-weight: 700; }
QFrame#navigation QLabel#footer { font-size: ${p13}px; }
QFrame#navigation QLabel[role="key"] { border: 1px solid $nav_line; color: $nav_second; background: transparent; }
QPushButton[role="navigation"] { background: transparent; border: 1px solid transparent; color: $nav_ink;
  text-align: left; padding: 0 ${r8}px; min-height: ${r36}px; font-size: ${p14}px; font-weight: 500; }
QPushButton[role="navigation"][tone="narrow"] { min-height: ${p46}px; }
QPushButton[role="navigation"][tone="narrow"]:focus { min-height: ${p44}px; }
QFrame#navigation QLabel#word { font-size: ${p12}px; font-weight: 500; color: $nav_ink; }
QPushButton[role="navigation"]:hover { background: $nav_chosen; }
QPushButton[role="navigation"]:checked { background: $nav_chosen; font-weight: 600; }
QPushButton[role="navigation"]:disabled { color: $nav_second; }
QPushButton[role="navigation"]:focus { border: 2px solid $nav_second; padding: 0 ${r7}px; min-height: ${r34}px; }
QFrame#top_bar { background: $card; border: none; border-bottom: 1px solid $line; }
QFrame#strip { background: $ground; border: 1px solid $line; border-radius: 8px; }
QFrame#strip[tone="good"] { background: $good_soft; border-color: $good; }
QFrame#strip[tone="warn"] { background: $warn_soft; border-color: $warn; }
QFrame#strip[tone="bad"] { background: $bad_soft; border-color: $bad; }
QFrame#strip[tone="accent"] { background: $accent_soft; border-color: $accent; }
QFrame#strip QLabel { color: $second; font-size: ${p13}px; }
QFrame#strip QLabel#strip_word { font-size: ${p15}px; font-weight: 700; color: $second; }
QFrame#strip QLabel[tone="good"], QFrame#strip QLabel#strip_word[tone="good"] { color: $good_text; }
QFrame#strip QLabel[tone="warn"], QFrame#strip QLabel#strip_word[tone="warn"] { color: $warn_text; }
QFrame#strip QLabel[tone="bad"], QFrame#strip QLabel#strip_word[tone="bad"] { color: $bad_text; }
QFrame#strip QLabel[tone="accent"], QFrame#strip QLabel#strip_word[tone="accent"] { color: $accent_text; }
QPushButton[role="strip"] { min-height: ${r26}px; border-radius: 6px; }
QPushButton[role="strip"]:focus { min-height: ${r24}px; }
QPushButton[role="small"] { min-height: ${r28}px; }
QPushButton[role="small"]:focus { min-height: ${r26}px; }
QListView[role="rows"] { background: transparent; }
QFrame#notice { border-radius: 10px; border: 1px solid $line; background: $card; margin-top: 12px; }
QFrame#notice[tone="good"] { background: $good_soft; border-color: $good; }
QFrame#notice[tone="warn"] { background: $warn_soft; border-color: $warn; }
QFrame#notice[tone="bad"] { background: $bad_soft; border-color: $bad; }
QFrame#notice[tone="accent"] { background: $accent_soft; border-color: $accent; }
""")

#: Sizes the sheet may name as `p<n>`, which grow with the text, and as `r<n>`, the room around it.
_SIZES = range(3, 65)
#: Room grows slower than the text in it, or large text would not find its place on a small screen.
_ROOM_SHARE = 0.3


def room_px(size: int, percent: int) -> int:
    """A height or padding of the design around text that is scaled by `percent`.

    Near sizes grow alike, so that a frame one pixel thicker still takes one pixel from the padding in it.
    """
    kind = next((least for least in (36, 12, 5) if size >= least / 2), 0)
    return size + round(kind * (percent - 100) / 100 * _ROOM_SHARE)


def stylesheet(tokens: Tokens, percent: int, *, dark: bool) -> str:
    """The style sheet for these tokens with texts and controls scaled by `percent`."""
    sizes = {f"p{size}": str(round(size * percent / 100)) for size in _SIZES}
    sizes |= {f"r{size}": str(room_px(size, percent)) for size in _SIZES}
    tint = "dark" if dark else "light"
    images = {
        "chevron": _path(f"chevron-{tint}.svg"),
        "chevron_up": _path(f"chevron-up-{tint}.svg"),
        "tick": _path("tick.svg"),
        "dot": _path("dot.svg"),
    }
    return _SHEET.substitute(tokens._asdict(), **sizes, **images)


def set_role(widget: QWidget, role: str, tone: str = "") -> None:
    """Say what a widget is, and in which tone; the style sheet knows how that looks."""
    widget.setProperty("role", role)
    set_tone(widget, tone)


def set_tone(widget: QWidget, tone: str) -> None:
    """Change a widget's tone (good, warn, bad, calm, accent, or none) and have it drawn so."""
    if widget.property("tone") == tone:
        return
    widget.setProperty("tone", tone)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def _path(name: str) -> str:
    return resource("icons", name).as_posix()
