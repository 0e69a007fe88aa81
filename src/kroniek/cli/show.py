"""One event in full: its parts, and its words marked in the text around them."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from kroniek.cli.tables import cells, console
from kroniek.document import Document, Event, Relation
from kroniek.ledger import Entry
from kroniek.readers import paragraphs


def print_entry(entry: Entry, article: Document, relations: Sequence[Relation]) -> None:
    """Prints an event, its article, its relations and the paragraphs that tell it."""
    out = console()
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, value in _parts(entry, article, relations):
        if value:
            table.add_row(Text(name, style="bold"), Text(value))
    out.print(table)
    for paragraph in _told(entry.event, article):
        out.print()
        out.print(paragraph)


def _parts(
    entry: Entry, article: Document, relations: Sequence[Relation]
) -> list[tuple[str, str | None]]:
    event = entry.event
    who, whom, what, when, status, _ = cells(event)
    return [
        ("event", entry.id),
        ("who", who),
        ("whom", whom),
        ("what", what),
        ("contexts", ", ".join(event.contexts)),
        ("when", when),
        ("where", event.place.name if event.place else None),
        ("status", status),
        ("said by", event.attribution.text if event.attribution else None),
        ("on condition", event.condition.text if event.condition else None),
        ("counts", ", ".join(f"{count.value} {count.unit}" for count in event.quantities)),
        ("confidence", f"{event.confidence:.2f}"),
        ("rule", event.rule),
        *((relation.type, _other(relation, entry.id)) for relation in relations),
        ("article", article.title or article.id),
        ("published", str(article.published or "")),
        ("source", article.source),
        ("revision", str(entry.revision)),
    ]


def _other(relation: Relation, id: str) -> str:
    """The other event of a relation, and the words that tie them."""
    if relation.source == id:
        return f"to {relation.target} (“{relation.text}”)"
    return f"of {relation.source} (“{relation.text}”)"


def _told(event: Event, article: Document) -> list[Text]:
    """The paragraphs that hold evidence, with the evidence marked and the trigger underlined."""
    shown = []
    for paragraph in paragraphs(article.whole):
        spans = [s for s in event.evidence if paragraph.start <= s.start < paragraph.end]
        if spans:
            text = Text(paragraph.text)
            for span in spans:
                text.stylize("reverse", span.start - paragraph.start, span.end - paragraph.start)
            trigger = event.trigger
            if paragraph.start <= trigger.start < paragraph.end:
                at = trigger.start - paragraph.start
                text.stylize("underline bold", at, at + len(trigger.text))
            shown.append(text)
    return shown
