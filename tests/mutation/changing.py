"""What one change of a module can be, and which lines tell that it ran."""

import ast
from collections.abc import Iterator
from copy import deepcopy

COMPARISONS = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
               ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is}  # fmt: skip
OPERATORS = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.BitOr: ast.BitAnd,
             ast.BitAnd: ast.BitOr, ast.Pow: ast.Mult, ast.FloorDiv: ast.Mult}  # fmt: skip


def changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Yield what a node can become."""
    new = deepcopy(node)
    if isinstance(new, ast.Compare) and type(new.ops[0]) in COMPARISONS:
        new.ops[0] = COMPARISONS[type(new.ops[0])]()
        yield f"{type(node.ops[0]).__name__} → {type(new.ops[0]).__name__}", new
    elif isinstance(new, ast.BinOp) and type(new.op) in OPERATORS:
        new.op = OPERATORS[type(new.op)]()
        yield f"{type(node.op).__name__} → {type(new.op).__name__}", new
    elif isinstance(new, ast.BoolOp):
        new.op = ast.Or() if isinstance(new.op, ast.And) else ast.And()
        yield "and ↔ or", new
    elif isinstance(new, ast.UnaryOp) and isinstance(new.op, ast.Not):
        yield "not gone", new.operand
    elif isinstance(new, ast.IfExp):
        new.body, new.orelse = new.orelse, new.body
        yield "branches exchanged", new
    elif isinstance(new, ast.Constant) and type(new.value) in (int, float):
        new.value += 1
        yield f"{node.value} → {new.value}", new
    elif isinstance(new, ast.Constant) and isinstance(new.value, bool):
        yield f"{node.value} → {not node.value}", ast.Constant(not node.value)


def stands_at(tree: ast.AST) -> dict[int, range]:
    """Return, for the id of each node, the lines of the statement it is in; of one with a body, those of its head."""
    found: dict[int, range] = {}

    def visit(node: ast.AST, lines: range) -> None:
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            last = max(node.lineno, body[0].lineno - 1) if body else node.end_lineno or node.lineno
            lines = range(node.lineno, last + 1)
        found[id(node)] = lines
        for child in ast.iter_child_nodes(node):
            visit(child, lines)

    visit(tree, range(0))
    return found
