"""Where things lie: the program's own resources, and the office's data."""

import sys
from functools import cache
from pathlib import Path

APP_NAME = "BluezoneDesk"


@cache
def resources_dir() -> Path:
    """The read-only `resources` folder, whether frozen, installed from a wheel, or run from the source tree."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / "resources"] if frozen else []
    places += [here / "resources", here.parent / "resources"]
    for place in places:
        if (place / "presets").is_dir():
            return place
    raise FileNotFoundError("resources")


def resource(*parts: str) -> Path:
    """One file or folder below `resources`."""
    return resources_dir().joinpath(*parts)


def default_data_dir() -> Path:
    """The platform's place for application data; on Windows the local one, never the roaming one."""
    import platformdirs

    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False, roaming=False))
