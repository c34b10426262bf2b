"""Maps and timelines of the ledger, kept at hand for as long as nothing comes to it."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from counterclaim.ledger.search import Filters
from counterclaim.masking.shown import Shown
from counterclaim.views.atlas import Atlas, atlas
from counterclaim.views.calendar import Calendar, calendar

KEPT = 64


@dataclass(frozen=True, slots=True)
class Survey:
    """Where and when the tellings lie that some filters leave."""

    atlas: Atlas
    calendar: Calendar


class Surveys:
    """Surveys made before, by the hash of the log's last entry: it changes with every report that comes or goes.

    Threads may share them.
    """

    def __init__(self, most: int = KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[str, Filters], Survey] = OrderedDict()
        self._lock = Lock()

    def of(self, shown: Shown, filters: Filters) -> Survey:
        """The survey of the ledger as it is now; of the filters `kind`, `party`, `since` and `until` count.

        It is made of ids of places, labels and numbers, so that nobody's name is in it.
        """
        key = (shown.store.state()[1], filters)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = _made(shown, filters)
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made


def _made(shown: Shown, filters: Filters) -> Survey:
    rows, days = shown.store.by_place(filters), shown.store.by_day(filters)
    tellings = sum(number for _, _, number in days)
    return Survey(atlas(rows, tellings=tellings, nowhere=shown.store.tied_to_none(filters)), calendar(days))
