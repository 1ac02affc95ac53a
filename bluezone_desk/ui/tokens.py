"""The palette's roles, light and dark. Text on its ground keeps a contrast of at least 4.5 to 1."""

from typing import NamedTuple


class Tokens(NamedTuple):
    """One colour scheme. `*_soft` are grounds, `*_text` the same meaning as text on a card or its soft ground."""

    ink: str
    second: str
    faint: str
    disabled: str
    line: str
    field_line: str
    ground: str
    card: str
    selected: str
    accent: str
    accent_dark: str
    accent_soft: str
    accent_text: str
    on_accent: str
    good: str
    good_soft: str
    good_text: str
    warn: str
    warn_soft: str
    warn_text: str
    bad: str
    bad_soft: str
    bad_text: str
    calm: str
    calm_soft: str
    calm_text: str
    nav: str
    nav_chosen: str
    nav_ink: str
    nav_second: str
    nav_line: str
    desk_mat: str


LIGHT = Tokens(
    ink="#10233C",
    second="#4A5D76",
    faint="#5F6F86",
    disabled="#8795A8",
    line="#DBE3EE",
    field_line="#C6D1DF",
    ground="#F3F6FB",
    card="#FFFFFF",
    selected="#E7F0FF",
    accent="#0A5BD3",
    accent_dark="#0847A6",
    accent_soft="#E7F0FF",
    accent_text="#0A5BD3",
    on_accent="#FFFFFF",
    good="#0B8A4B",
    good_soft="#E3F6EC",
    good_text="#08703C",
    warn="#E0921B",
    warn_soft="#FFF3DD",
    warn_text="#8F5400",
    bad="#C5281C",
    bad_soft="#FDEAE8",
    bad_text="#B3231A",
    calm="#94A3B8",
    calm_soft="#EAEFF6",
    calm_text="#4A5D76",
    nav="#0B2447",
    nav_chosen="#1B3F72",
    nav_ink="#E8EEF7",
    nav_second="#A9BBD6",
    nav_line="#6F87AB",
    desk_mat="#DEE5EF",
)

DARK = Tokens(
    ink="#E9EFF8",
    second="#AEBCD1",
    faint="#93A4BC",
    disabled="#6E7F98",
    line="#2B3B54",
    field_line="#45597A",
    ground="#0D1626",
    card="#162338",
    selected="#1E3961",
    accent="#2C6FDB",
    accent_dark="#1F5CC0",
    accent_soft="#1B345A",
    accent_text="#8DB9FF",
    on_accent="#FFFFFF",
    good="#27AE6B",
    good_soft="#12392A",
    good_text="#6FE0A6",
    warn="#E0A33C",
    warn_soft="#3F2F10",
    warn_text="#FFCB75",
    bad="#E5574B",
    bad_soft="#47201D",
    bad_text="#FFA59D",
    calm="#7E90AB",
    calm_soft="#24344E",
    calm_text="#C0CCDE",
    nav="#081529",
    nav_chosen="#1B3A66",
    nav_ink="#E8EEF7",
    nav_second="#9DB1CE",
    nav_line="#56709A",
    desk_mat="#0A1220",
)
