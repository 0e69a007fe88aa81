"""The PLOVER ontology as Kroniek codes it: event types, modes, contexts, statuses, sectors.

Source: PLOVER manual 0.8 of the Open Event Data Alliance; what it leaves open is settled in
the project's coding guidelines.
"""

from typing import Final, Literal, get_args

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["actual", "future", "hypothetical", "negated", "historical"]
RelationType = Literal["reaction", "contradicts", "fulfils", "fails"]
Precision = Literal["day", "week", "month", "quarter", "year"]

EVENT_TYPES: Final[tuple[str, ...]] = get_args(EventType)
STATUSES: Final[tuple[str, ...]] = get_args(Status)
RELATION_TYPES: Final[tuple[str, ...]] = get_args(RelationType)

MODES: Final[dict[str, tuple[str, ...]]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        "misinformation", "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms",
        "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control",
        "unconventional",
    ),
}  # fmt: skip

CONTEXTS: Final[tuple[str, ...]] = (
    "military", "intelligence", "executive", "legislative", "election", "political_institutions",
    "pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights",
    "rights_freedoms", "repression", "human_security", "gender", "lgbt", "religion_ethnicity",
    "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration",
    "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
    "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
)  # fmt: skip

SECTORS: Final[tuple[str, ...]] = (
    "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PRM", "PTY", "REB", "OPP", "BUS", "CVL", "JRN",
    "EDU", "MED", "REL", "REF", "LAB", "SOC", "CRM", "ELI", "UAF", "IGO", "NGO", "AGR", "PRE",
    "UNK",
)  # fmt: skip

VERBAL_TYPES: Final[frozenset[str]] = frozenset(
    {"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
)
"""Types whose events are acts of speech: done when uttered, whatever their content."""
