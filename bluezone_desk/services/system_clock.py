"""The machine's clock: the only place that asks the computer what time it is."""

from datetime import UTC, datetime


class SystemClock:
    """The present moment by the computer's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)
