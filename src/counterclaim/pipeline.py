"""Composes the stages with the ledger. One bad report becomes an Issue record, never stops a batch."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from counterclaim.errors import CounterclaimError, LedgerError, ModelError, RedactedError, SpanError
from counterclaim.grounding import actors, places
from counterclaim.grounding.grounded import answering, grounded
from counterclaim.intake.inputs import LIMIT, Input, inputs
from counterclaim.intake.report import report
from counterclaim.ledger.store import STATED, Store
from counterclaim.linking.linker import Rules
from counterclaim.model.issue import Issue
from counterclaim.model.linker import Linker
from counterclaim.model.mention import Mention
from counterclaim.model.remark import Remark
from counterclaim.model.report import Report
from counterclaim.model.telling import Telling
from counterclaim.reading.loaded import explained, loaded, with_loaded
from counterclaim.reading.readers import READERS, reader
from counterclaim.reading.senses import senses
from counterclaim.theatres.theatre import loaded_words

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one input: the report, None where there is none; its tellings; what was wrong.

    `reader` names who read it, None for a language that is not read yet; `state` is one of read, added,
    held, filled in (held, and something stated that was not before), failed.
    """

    path: str
    report: Report | None = None
    tellings: tuple[Telling, ...] = ()
    issues: tuple[Issue, ...] = ()
    reader: str | None = None
    state: str = "read"

    def as_json(self) -> dict[str, Any]:
        """The public shape: what became of the input, without its words."""
        return {
            "path": self.path,
            "state": self.state,
            "report": self.report.id if self.report else None,
            "language": self.report.language if self.report else None,
            "tellings": len(self.tellings),
            "by": self.reader,
            "issues": [issue.as_json() for issue in self.issues],
        }


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks of a batch: `theatre` for all of it; inputs over `limit` bytes are refused.

    `model` is a folder with a trained model to read by, instead of the reader's own; `linker` links what is kept, None
    leaves it to the next time.
    """

    theatre: str | None = None
    limit: int = LIMIT
    model: Path | None = None
    stdin: BinaryIO | None = None
    linker: Linker | None = field(default_factory=Rules)


def read(paths: Sequence[str], asked: Asked) -> Iterator[Reading]:
    """Reads files, folders and `-` without a ledger, one input at a time."""
    for given in inputs(paths, stdin=asked.stdin, limit=asked.limit):
        yield read_input(given, asked)


def add(store: Store, paths: Sequence[str], asked: Asked) -> Iterator[Reading]:
    """Reads what the ledger does not hold yet and keeps it, one transaction a report; then links what awaits it.

    What is done is done: after an interruption the same call goes on where it stopped. The ledger's own files, where
    they lie among the inputs, are passed over. Raises LedgerError where the ledger itself can no longer be written.
    """
    own = store.files()
    for given in inputs(paths, stdin=asked.stdin, limit=asked.limit):
        if given.location not in own:
            yield _add(store, given, asked)
    if asked.linker:
        link(store, asked.linker)


def link(store: Store, linker: Linker) -> int:
    """Links the reports that await it, one transaction a report; how many were. One that fails is kept as an Issue."""
    done = 0
    for name in store.not_linked(linker):
        try:
            done += store.link_report(name, linker)
        except LedgerError:
            raise
        except Exception as error:  # noqa: BLE001 whatever one report breaks must not stop the rest
            held = store.report(name)
            store.add_issue(_internal(error, path=held.path, location=held.location))
    return done


def read_report(made: Report, model: Path | None = None) -> tuple[str | None, tuple[Telling, ...]]:
    """Name of the reader and tellings of `made`, one for each id; no reader where its language is not read yet."""
    found = reader(made.language, model)
    if found is None:
        return None, ()
    read = found.read(made)
    named = places.mentions(places.asked_of(made, read))
    spoken = actors.grounded(made, places.grounded(read, named), named)
    told = list({telling.id: telling for telling in answering(read, list(grounded(spoken)))}.values())
    return found.by, tuple(with_loaded(made, told, loaded_words(made.theatre)))


def remarks(made: Report, tellings: Sequence[Telling]) -> dict[str, tuple[Remark, ...]]:
    """What is said of single words of a report, told sentences or not; nothing where its language is not read yet.

    `loaded`: how words that take a side are used; `senses`: what words mean that can mean two things.
    """
    if made.language not in READERS:
        return {"loaded": (), "senses": ()}
    uses = tuple(loaded(made, tellings, loaded_words(made.theatre)))
    return {"loaded": uses, "senses": tuple(senses(made.text, made.language or ""))}


def mentions(made: Report, tellings: Sequence[Telling]) -> list[Mention]:
    """The places that a report names, told of or not, and what looks like one; `tellings` are those read from it."""
    return places.mentions(places.asked_of(made, tellings))


def explained_words(made: Report, tellings: Sequence[Telling]) -> dict[str, list[dict[str, Any]]]:
    """The same in the public shape, each loaded word with its neutral counterpart and whose word it is; and places."""
    found = remarks(made, tellings)
    rows = loaded_words(made.theatre)
    return {
        "loaded": [explained(use, rows) for use in found["loaded"]],
        "senses": [each.as_json() for each in found["senses"]],
        "places": [each.as_json() for each in mentions(made, tellings)],
    }


def read_input(given: Input | Issue, asked: Asked) -> Reading:
    """What becomes of one input; whatever goes wrong is an Issue of the reading."""
    if isinstance(given, Issue):
        return Reading(given.path, issues=(given,), state="failed")
    try:
        made, issues = report(given, theatre=asked.theatre)
        by, tellings = read_report(made, asked.model)
    except ModelError:
        raise  # every report would fail of it
    except CounterclaimError as error:
        return _failed(given, Issue.of(error, path=given.path, location=given.location))
    except Exception as error:  # noqa: BLE001 whatever one report breaks must not stop the batch
        return _failed(given, _internal(error, path=given.path, location=given.location))
    return Reading(given.path, made, tellings, issues, by)


def _add(store: Store, given: Input | Issue, asked: Asked) -> Reading:
    if isinstance(given, Input) and store.held(location=given.location, theatre=asked.theatre, raw=given.raw):
        return Reading(given.path, state="held")
    found = read_input(given, asked)
    if found.report is not None and isinstance(given, Input):
        found = _keep(store, given, found, asked)
    for issue in found.issues:
        store.add_issue(issue)
    return found


def _keep(store: Store, given: Input, found: Reading, asked: Asked) -> Reading:
    try:
        added, issues = _linking(given, asked, lambda asked: _added(store, found, asked))
        if added:
            return replace(found, state="added", issues=(*found.issues, *issues))
        filled, issues = _linking(given, asked, lambda asked: _filled_in(store, found, asked))
    except LedgerError:
        raise
    except CounterclaimError as error:
        return _failed(given, Issue.of(error, path=given.path, location=given.location))
    assert found.report is not None  # noqa: S101 it was kept
    state = "filled in" if filled else "held"
    issues = (*found.issues, *issues, *_stated_otherwise(store, given, found.report))
    return replace(filled or found, state=state, issues=issues)


def _linking(given: Input, asked: Asked, keep: Callable[[Asked], Kept]) -> tuple[Kept, tuple[Issue, ...]]:
    """What `keep` gives as asked; without the linker, and with an Issue, where that breaks on a report."""
    if asked.linker is None:
        return keep(asked), ()
    try:
        return keep(asked), ()
    except (LedgerError, RedactedError, SpanError):
        raise
    except Exception as error:  # noqa: BLE001 what cannot be linked is kept all the same, and awaits linking
        return keep(replace(asked, linker=None)), (_internal(error, path=given.path, location=given.location),)


def _added(store: Store, found: Reading, asked: Asked) -> bool:
    assert found.report is not None  # noqa: S101 the caller looked
    return store.add_report(
        found.report, found.tellings, reader=found.reader, theatre=asked.theatre, linker=asked.linker
    )


def _filled_in(store: Store, found: Reading, asked: Asked) -> Reading | None:
    """The reading of a held report with what is stated of it now, and kept so; None where that is nothing new."""
    whole = store.filled(found.report) if found.report else None
    if whole is None:
        return None
    by, tellings = read_report(whole, asked.model)
    if not store.fill_in(whole, tellings, reader=by, theatre=asked.theatre, linker=asked.linker):
        return None
    return replace(found, report=whole, tellings=tellings, reader=by)


def _stated_otherwise(store: Store, given: Input, made: Report) -> Iterator[Issue]:
    """What is stated of words that are held already, and was stated otherwise when they came."""
    held = store.report(made.id)
    stated = {name: getattr(made, name) for name in STATED}
    names = [name for name, value in stated.items() if value is not None and value != getattr(held, name)]
    if names:
        message = f"is held already, with another {' and '.join(names)} stated; what was stated first stays."
        yield Issue("stated", given.path, message, f"`counterclaim show {made.id}` shows it.", given.location)


def _failed(given: Input, issue: Issue) -> Reading:
    return Reading(given.path, issues=(issue,), state="failed")


def _internal(error: Exception, *, path: str, location: str) -> Issue:
    """A fault of ours: named by its type and place in our code, without words of the report."""
    frames = []
    trace = error.__traceback__
    while trace:
        frames.append(f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}")
        trace = trace.tb_next
    message = f"could not be read: {type(error).__name__} at {frames[-1]}."
    return Issue("internal", path, message, "Please report this with the file, if you may share it.", location)
