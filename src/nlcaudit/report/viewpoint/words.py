"""How a view and those it is compared with are called, and the values of each."""

from nlcaudit.report.material import Material
from nlcaudit.report.phrases import Phrase
from nlcaudit.scoring import Measure, Node


def named(material: Material, name: str) -> Phrase:
    """Return the name of a side or a group."""
    return material.side(name) if name in _sides(material) else material.group(name)


def people_of(material: Material, name: str) -> Phrase:
    """Return how a sentence names the people of a side or a group."""
    return material.participants(name) if name in _sides(material) else material.group(name)


def value_of(material: Material, node: Node, name: str) -> Measure | None:
    """Return the value of a side or a group at a node."""
    return (node.sides if name in _sides(material) else node.groups).get(name)


def _sides(material: Material) -> list[str]:
    return [side.id for side in material.toolkit.sides]
