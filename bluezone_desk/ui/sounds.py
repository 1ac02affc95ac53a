"""Two short sounds, for whoever looks at the visitor and not at the screen: it is recorded, and it is not.

Qt's sound library is read when the first is wanted; where it or a loudspeaker is missing, the desk is silent.
"""

from typing import Any

from PySide6.QtCore import QUrl

from bluezone_desk.paths import resource
from bluezone_desk.ui import remembered

#: Which sound goes with the tone of a line at the desk.
_FILES = {"good": "good.wav", "bad": "bad.wav"}
_VOLUME = 0.6


class Sounds:
    """Asks at each sound whether sounds are wanted on this computer."""

    def __init__(self) -> None:
        self._effects: dict[str, Any] | None = None

    def play(self, tone: str) -> bool:
        """The sound of this tone; False when there is none, it is switched off, or nothing can play it."""
        if tone not in _FILES or not remembered.has_sounds():
            return False
        if self._effects is None:
            self._effects = _load()
        effect = self._effects.get(tone)
        if effect is None:
            return False
        effect.play()
        return True


def _load() -> dict[str, Any]:
    try:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
    except ImportError:
        return {}
    if QMediaDevices.defaultAudioOutput().isNull():
        return {}
    effects = {}
    for tone, name in _FILES.items():
        effect = QSoundEffect()
        effect.setSource(QUrl.fromLocalFile(str(resource("sounds", name))))
        effect.setVolume(_VOLUME)
        effects[tone] = effect
    return effects
