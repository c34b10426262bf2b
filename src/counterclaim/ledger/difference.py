"""A difference: something in a ledger that is not as its record says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as the record says: `where` it is and `what` is wrong."""

    where: str
    what: str

    def as_json(self) -> dict[str, str]:
        """`{where, what}`."""
        return {"where": self.where, "what": self.what}
